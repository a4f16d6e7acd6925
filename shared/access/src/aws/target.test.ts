import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Secret } from '@cis-scan/secret';
import { fakeAws, say, type Said, type Seen } from '../testing/fake-aws.ts';
import { awsDoor, scanClientConfig } from './client-config.ts';
import { checkRights } from './rights-check.ts';
import { openAwsTarget, type OpenOptions } from './target.ts';

let aws: Awaited<ReturnType<typeof fakeAws>>;
const start = async (answer: (seen: Seen) => Said): Promise<void> => {
  aws = await fakeAws(answer);
};
afterEach(() => aws.stop());

const base = () => Promise.resolve({ accessKeyId: 'OURS', secretAccessKey: 'CANARY' });
const options = (more: Partial<OpenOptions> = {}): OpenOptions => ({
  cloud: 'aws',
  rights: ['iam:GetAccountSummary'],
  session: 'scan 1',
  door: { endpoint: aws.url },
  base,
  ...more,
});
const roleArn = 'arn:aws:iam::111122223333:role/r';
const role = { kind: 'aws-role', roleArn, externalId: 'mine' } as const;
const keys = { kind: 'aws-keys', accessKeyId: 'THEIRS', secretAccessKey: new Secret('s'), sessionToken: null } as const;
const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

/** A role of account 111122223333 that can be assumed, for an hour. */
const assumable = ({ parameters }: Seen): Said =>
  parameters.get('Action') === 'AssumeRole'
    ? say.session('SESSION', later(60))
    : say.identity('arn:aws:sts::111122223333:assumed-role/r/cis-scan-1');

describe('a role', () => {
  test('is assumed with the external id, a name of ours and a policy that only reads', async () => {
    await start(assumable);
    const target = await openAwsTarget(role, options());
    expect(target).toMatchObject({ account: '111122223333', cloud: 'aws', principalArn: roleArn });
    const [call] = aws.named('AssumeRole');
    expect(Object.fromEntries(call?.parameters ?? [])).toMatchObject({
      RoleArn: roleArn,
      ExternalId: 'mine',
      RoleSessionName: 'cis-scan-scan-1',
      DurationSeconds: '3600',
      Policy: expect.stringContaining('iam:GetAccountSummary'),
    });
    expect(call?.accessKeyId).toBe('OURS');
    expect(call?.userAgent).toContain('cis-scan');
    expect(aws.named('GetCallerIdentity')[0]?.accessKeyId).toBe('SESSION');
  });

  test('is assumed once for many calls, and again before its session ends', async () => {
    let minutes = 60;
    await start((seen) =>
      seen.parameters.get('Action') === 'AssumeRole' ? say.session('S', later(minutes)) : assumable(seen),
    );
    const lasting = await openAwsTarget(role, options());
    await Promise.all([lasting.credentials(), lasting.credentials()]);
    expect(aws.named('AssumeRole')).toHaveLength(1);
    minutes = 4;
    const ending = await openAwsTarget(role, options());
    const before = aws.named('AssumeRole').length;
    await ending.credentials();
    expect(aws.named('AssumeRole')).toHaveLength(before + 1);
  });

  test('gets ReadOnlyAccess of its partition where the own policy is too long or packed too large', async () => {
    await start((seen) => (seen.parameters.has('Policy') ? say.error(400, 'PackedPolicyTooLarge') : assumable(seen)));
    await openAwsTarget(role, options({ rights: Array.from({ length: 200 }, (_, n) => `s:Reading${n}`) }));
    expect(aws.named('AssumeRole')[0]?.parameters.get('PolicyArns.member.1.arn')).toBe(
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    );
    await openAwsTarget(role, options());
    expect(aws.named('AssumeRole')[2]?.parameters.get('PolicyArns.member.1.arn')).toContain('ReadOnlyAccess');
  });

  test.each([
    ['not assumable', say.error(403, 'AccessDenied'), 'AccessRefused'],
    ['our keys bad', say.error(403, 'InvalidClientTokenId'), 'AccessUnavailable'],
    ['nonsense', { status: 500, body: '<html>' }, 'AccessUnavailable'],
  ])('%s', async (_, said, name) => {
    await start(() => said);
    await expect(openAwsTarget(role, options())).rejects.toMatchObject({
      name,
      message: expect.not.stringContaining('CANARY'),
    });
  });

  test('another account behind it than its ARN says is refused', async () => {
    await start((seen) =>
      seen.parameters.get('Action') === 'AssumeRole'
        ? assumable(seen)
        : say.identity('arn:aws:iam::444455556666:user/u'),
    );
    await expect(openAwsTarget(role, options())).rejects.toMatchObject({ code: 'account-mismatch' });
  });
});

describe('keys', () => {
  test('are asked whose they are, and never used to assume', async () => {
    await start(() => say.identity('arn:aws:iam::111122223333:user/u'));
    const target = await openAwsTarget(keys, options());
    expect(target).toMatchObject({ account: '111122223333', principalArn: 'arn:aws:iam::111122223333:user/u' });
    expect(aws.calls.map(({ accessKeyId }) => accessKeyId)).toEqual(['THEIRS']);
  });

  test('of another partition are refused', async () => {
    await start(() => say.identity('arn:aws-cn:iam::111122223333:user/u'));
    await expect(openAwsTarget(keys, options())).rejects.toMatchObject({ code: 'partition-mismatch' });
  });
});

describe('rights by simulation', () => {
  const target = { cloud: 'aws', credentials: base, principalArn: roleArn } as const;
  const check = (rights: readonly string[]) => checkRights({ endpoint: aws.url }, target, rights);

  test('allowed, denied, and what only a real call could tell', async () => {
    await start(() =>
      say.simulated({ 'IAM:getA': 'allowed', 's:B': 'implicitDeny', 's:C': 'explicitDeny', 's:D': 'implicitDeny?' }),
    );
    expect(await check(['iam:GetA', 's:B', 's:C', 's:D', 's:E'])).toEqual({
      allowed: ['iam:GetA'],
      denied: ['s:B', 's:C'],
      unverified: ['s:D', 's:E'],
    });
  });

  test('over pages and chunks', async () => {
    await start(({ parameters }) =>
      parameters.has('Marker')
        ? say.simulated({ 's:R1': 'allowed' })
        : say.simulated({ 's:R0': 'allowed' }, '<IsTruncated>true</IsTruncated><Marker>m</Marker>'),
    );
    const rights = Array.from({ length: 51 }, (_, n) => `s:R${n}`);
    expect((await check(rights)).allowed).toEqual(['s:R0', 's:R1']);
    expect(aws.calls).toHaveLength(4);
  });

  test.each([
    ['refused', say.error(403, 'AccessDenied')],
    ['unknown principal', say.error(404, 'NoSuchEntity')],
    ['no XML', { status: 200, body: 'garbage' }],
    ['HTML with 501', { status: 501, body: '<html>' }],
  ])('%s: nothing is known, and nothing more is asked', async (_, said) => {
    await start(() => said);
    const rights = Array.from({ length: 60 }, (_, n) => `s:R${n}`);
    expect(await check(rights)).toEqual({ allowed: [], denied: [], unverified: rights });
    const asked = new Set(aws.calls.map(({ parameters }) => parameters.get('ActionNames.member.1')));
    expect([...asked]).toEqual(['s:R0']);
  });

  test('without a principal nobody is asked', async () => {
    await start(() => say.simulated({}));
    const nobody = { ...target, principalArn: null };
    expect(await checkRights({ endpoint: aws.url }, nobody, ['s:A'])).toMatchObject({ unverified: ['s:A'] });
    expect(aws.calls).toHaveLength(0);
  });
});

describe('doors', () => {
  test('the address of our own platform never moves a call into a scanned account', async () => {
    await start(() => say.identity('arn:aws:iam::111122223333:user/u'));
    const before = process.env['AWS_ENDPOINT_URL'];
    process.env['AWS_ENDPOINT_URL'] = aws.url;
    try {
      const sts = new STSClient(scanClientConfig({}, 'aws-cn', await base()));
      const hosts: string[] = [];
      sts.config.requestHandler.handle = (request: { hostname: string }) => {
        hosts.push(request.hostname);
        return Promise.reject(new Error('not sent'));
      };
      await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow('not sent');
      expect(hosts[0]).toBe('sts.cn-north-1.amazonaws.com.cn');
      expect(aws.calls).toHaveLength(0);
    } finally {
      if (before === undefined) delete process.env['AWS_ENDPOINT_URL'];
      else process.env['AWS_ENDPOINT_URL'] = before;
    }
  });

  test('loopback is refused in production', async () => {
    await start(() => say.simulated({}));
    const env = { SCAN_AWS_ENDPOINT_URL: aws.url };
    expect(awsDoor(env)).toEqual({ endpoint: aws.url });
    expect(() => awsDoor({ ...env, NODE_ENV: 'production' })).toThrow('production');
    expect(() => awsDoor({ SCAN_AWS_ENDPOINT_URL: 'nonsense' })).toThrow('URL');
    expect(awsDoor({})).toEqual({});
  });
});
