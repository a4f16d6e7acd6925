import { afterEach, expect, test } from '@jest/globals';
import { openRights } from '@cis-scan/access';
import { fakeAws, say, type Said, type Seen } from '../../../../shared/access/src/testing/fake-aws.ts';
import { PLATFORM_ACCOUNT, SAMPLE_RIGHTS } from '../testing/intake.ts';
import { awsProvider } from './aws.ts';

let aws: Awaited<ReturnType<typeof fakeAws>>;
afterEach(() => aws.stop());

const open = async (answer: (seen: Seen) => Said) => {
  aws = await fakeAws(answer);
  const door = awsProvider({
    queueUrl: 'https://queue.invalid',
    rights: openRights(SAMPLE_RIGHTS),
    door: { endpoint: aws.url },
    platformAccount: PLATFORM_ACCOUNT,
    rolePattern: '*',
  });
  return door.open({
    target: {
      kind: 'aws-keys',
      access_input: { access_key: 'AKIAEXAMPLEEXAMPLE11', access_secret: 'x'.repeat(40) },
    },
    caller: { name: 'acme', externalId: 'e', recipientDomains: null },
    scanId: 's',
    benchmarks: ['cis-aws-1.4.0'],
  });
};
const user = 'arn:aws:iam::111122223333:user/u';
const simulate =
  (decide: (action: string) => string) =>
  ({ parameters }: Seen): Said => {
    if (parameters.get('Action') !== 'SimulatePrincipalPolicy') return say.identity(user);
    const names = [...parameters].filter(([name]) => name.startsWith('ActionNames')).map(([, action]) => action);
    return say.simulated(Object.fromEntries(names.map((action) => [action, decide(action)])));
  };
const reads = (action: string): boolean => /:(Get|List|Describe|Generate)/.test(action);

test.each<[string, (seen: Seen) => Said, string[], string[]]>([
  ['read-only keys', simulate((action) => (reads(action) ? 'allowed' : 'implicitDeny')), [], []],
  ['keys of an administrator', simulate(() => 'allowed'), ['can-write'], []],
  [
    'keys without an optional right',
    simulate((action) => (reads(action) && !action.includes('Report') ? 'allowed' : 'implicitDeny')),
    ['optional-rights-missing'],
    [],
  ],
  [
    'keys without anything',
    simulate(() => 'explicitDeny'),
    ['optional-rights-missing'],
    ['iam:GetAccountPasswordPolicy', 'iam:GetAccountSummary'],
  ],
  [
    'simulation refused',
    ({ parameters }) =>
      parameters.get('Action') === 'GetCallerIdentity' ? say.identity(user) : say.error(403, 'AccessDenied'),
    ['rights-unverified'],
    [],
  ],
  ['keys of root, which are not simulated', () => say.identity('arn:aws:iam::111122223333:root'), ['can-write'], []],
])('%s', async (_, answer, codes, missing) => {
  const opened = await open(answer);
  expect(opened).toMatchObject({ account: '111122223333', cloud: 'aws', missing });
  expect(opened.warnings.map(({ code }) => code)).toEqual(codes);
});

test('keys of our own account are refused before anything is simulated', async () => {
  await expect(open(() => say.identity(`arn:aws:iam::${PLATFORM_ACCOUNT}:user/u`))).rejects.toMatchObject({
    name: 'AccessRefused',
  });
  expect(aws.calls).toHaveLength(1);
});
