import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { read, refused } from '../../testing/credential-report.ts';
import check from './root-has-hardware-mfa.ts';

const summary = (rootHasMfa: boolean, rootHasPassword: boolean | null = true) => ({
  rootHasMfa,
  rootAccessKeys: 0,
  rootHasPassword,
  rootSigningCertificates: 0,
});
const organization = read(null);
const devices = (...serials: string[]) => ({
  accountSummary: summary(true),
  organization,
  rootVirtualMfa: read(serials),
});
const none = (rootHasPassword: boolean | null = true) => ({
  accountSummary: summary(false, rootHasPassword),
  organization,
  rootVirtualMfa: read(null),
});
const old = { rootWithoutPasswordPasses: false };

test.each(
  cases(check, [
    { when: 'MFA and no virtual device', facts: devices(), then: 'pass', says: /passkey/ },
    {
      when: 'a virtual device',
      facts: devices('arn:aws:iam::111122223333:mfa/root-account-mfa-device'),
      then: 'fail',
      says: /root-account-mfa-device; only hardware is wanted/,
    },
    {
      when: 'a virtual one of another name, beside hardware',
      facts: devices('arn:aws:iam::111122223333:mfa/phone'),
      then: 'fail',
    },
    { when: 'no MFA at all', facts: none(), then: 'fail', says: /no MFA device/ },
    { when: 'no password, newer versions', facts: none(false), then: 'pass' },
    { when: 'no password, 1.3.0', facts: none(false), with: old, then: 'fail' },
    {
      when: 'a member account without any credential of root, 1.3.0',
      facts: {
        ...none(false),
        organization: read({ id: 'o-1', managementAccount: '999988887777', isManagement: false }),
      },
      with: old,
      then: 'not-applicable',
    },
    {
      when: 'the list of devices is refused',
      facts: { accountSummary: summary(true), organization, rootVirtualMfa: refused('iam:ListVirtualMFADevices') },
      then: 'not-assessed',
      says: /ListVirtualMFADevices/,
    },
    {
      when: 'GovCloud',
      facts: none(),
      context: { target: { account: '111122223333', cloud: 'aws-us-gov' } },
      then: 'not-applicable',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
