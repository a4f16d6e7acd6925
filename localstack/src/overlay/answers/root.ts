import { withBody } from '../call.ts';
import { daysAgo } from '../facts.ts';
import type { Answerer } from './answerer.ts';

function setEntry(xml: string, key: string, value: number): string {
  const entry = new RegExp(`(<key>${key}</key>\\s*<value>)[^<]*(</value>)`);
  if (entry.test(xml)) return xml.replace(entry, (_, before: string, after: string) => `${before}${value}${after}`);
  return xml.replace('</SummaryMap>', () => `<entry><key>${key}</key><value>${value}</value></entry></SummaryMap>`);
}

/** iam:GetAccountSummary: what it counts of the root user. */
export const accountSummary: Answerer = async (_call, facts, next) => {
  const answer = await next();
  if (answer.status !== 200 || facts.root === undefined) return answer;
  const { mfa, keys } = facts.root;
  let xml = setEntry(answer.body.toString(), 'AccountMFAEnabled', mfa === 'none' ? 0 : 1);
  xml = setEntry(xml, 'AccountAccessKeysPresent', keys.length > 0 ? 1 : 0);
  return withBody(answer, setEntry(xml, 'AccountPasswordPresent', 1));
};

/** iam:ListVirtualMFADevices: the emulator cannot give root a device. */
export const virtualMfaDevices: Answerer = async (call, facts, next) => {
  const answer = await next();
  const xml = answer.body.toString();
  const unassigned = /AssignmentStatus=Unassigned/.test(call.body.toString());
  const lastPage = !xml.includes('<IsTruncated>true</IsTruncated>');
  if (answer.status !== 200 || facts.root?.mfa !== 'virtual' || unassigned || !lastPage) return answer;
  const account = /arn:aws[^:]*:iam::(\d{12})/.exec(xml)?.[1] ?? facts.account;
  const made = daysAgo(facts.root.createdDaysAgo);
  const device =
    `<member><SerialNumber>arn:aws:iam::${account}:mfa/root-account-mfa-device</SerialNumber><EnableDate>${made}</EnableDate>` +
    `<User><Path>/</Path><UserId>${account}</UserId><Arn>arn:aws:iam::${account}:root</Arn><CreateDate>${made}</CreateDate></User></member>`;
  const list = /<VirtualMFADevices\s*\/>|<\/VirtualMFADevices>/;
  return withBody(
    answer,
    xml.replace(list, (end) =>
      end.startsWith('</') ? device + end : `<VirtualMFADevices>${device}</VirtualMFADevices>`,
    ),
  );
};
