import { withBody, xmlAnswer } from '../call.ts';
import { daysAgo, type AccountFacts, type KeyFacts } from '../facts.ts';
import type { Answerer } from './answerer.ts';
import { mapMembers, setText, textOf } from './xml.ts';

function keysOf(facts: AccountFacts): [user: string, key: KeyFacts][] {
  return Object.entries(facts.users ?? {}).flatMap(([user, { keys }]) =>
    (keys ?? []).map((key): [string, KeyFacts] => [user, key]),
  );
}

/** Corrects the dates of one element that describes a user. */
function correctUser(xml: string, facts: AccountFacts): string {
  const user = facts.users?.[textOf(xml, 'UserName') ?? ''];
  if (user === undefined) return xml;
  let corrected = user.createdDaysAgo === undefined ? xml : setText(xml, 'CreateDate', daysAgo(user.createdDaysAgo));
  const days = user.passwordUsedDaysAgo ?? null;
  if (days === null) return corrected;
  const used = daysAgo(days);
  if (/<PasswordLastUsed/.test(corrected)) corrected = setText(corrected, 'PasswordLastUsed', used);
  else
    corrected = corrected.replace('</CreateDate>', () => `</CreateDate><PasswordLastUsed>${used}</PasswordLastUsed>`);
  return corrected;
}

/** iam:ListUsers, iam:GetUser: users that were made long before the emulator was started. */
export const users: Answerer = async (call, facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const xml = answer.body.toString();
  if (call.operation === 'GetUser') {
    return withBody(
      answer,
      xml.replace(/<User>[\s\S]*<\/User>/, (user) => correctUser(user, facts)),
    );
  }
  return withBody(
    answer,
    mapMembers(xml, (member) => correctUser(member, facts)),
  );
};

/** iam:ListAccessKeys: the true age of seeded keys. */
export const accessKeys: Answerer = async (_call, facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const ages = new Map(keysOf(facts).map(([, { id, createdDaysAgo }]) => [id, createdDaysAgo]));
  const corrected = mapMembers(answer.body.toString(), (member) => {
    const age = ages.get(textOf(member, 'AccessKeyId') ?? '');
    return age === undefined ? member : setText(member, 'CreateDate', daysAgo(age));
  });
  return withBody(answer, corrected);
};

/** iam:GetAccessKeyLastUsed: when and where a seeded key was used last. */
export const accessKeyLastUsed: Answerer = async (call, facts, next) => {
  const id = new URLSearchParams(call.body.toString()).get('AccessKeyId');
  const [user, key] = keysOf(facts).find(([, candidate]) => candidate.id === id) ?? [];
  if (key?.used === undefined) return next();
  const date = key.used === null ? '' : `<LastUsedDate>${daysAgo(key.used.daysAgo)}</LastUsedDate>`;
  const { service, region } = key.used ?? { service: 'N/A', region: 'N/A' };
  return xmlAnswer(
    200,
    `<GetAccessKeyLastUsedResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccessKeyLastUsedResult><UserName>${user}</UserName>` +
      `<AccessKeyLastUsed>${date}<ServiceName>${service}</ServiceName><Region>${region}</Region></AccessKeyLastUsed></GetAccessKeyLastUsedResult>` +
      `<ResponseMetadata><RequestId>overlay</RequestId></ResponseMetadata></GetAccessKeyLastUsedResponse>`,
  );
};

/** iam:ListServerCertificates: in the emulator every certificate expired in 2012. */
export const serverCertificates: Answerer = async (_call, facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const corrected = mapMembers(answer.body.toString(), (member) => {
    const certificate = facts.serverCertificates?.[textOf(member, 'ServerCertificateName') ?? ''];
    return certificate === undefined ? member : setText(member, 'Expiration', daysAgo(-certificate.expiresInDays));
  });
  return withBody(answer, corrected);
};
