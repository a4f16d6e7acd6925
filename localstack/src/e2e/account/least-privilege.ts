import { GetPolicyCommand, GetPolicyVersionCommand } from '@aws-sdk/client-iam';
import { describe, expect, test } from '@jest/globals';
import { openRights } from '@cis-scan/access';
import { decide, statementsOf } from '../../overlay/iam/evaluate.ts';
import { SeededAccount } from '../../seed/account.ts';
import { BENCHMARK } from '../account-stage.ts';
import { controlsOf, missingIn } from '../read-less.ts';
import type { Scanned } from './scanned.ts';

const { base, optional } = openRights().of(BENCHMARK);
const DERIVED: readonly string[] = [...base, ...optional];
/**
 * What the emulator asks for instead of the right that AWS asks for: the operation's name or the service's other name,
 * and for parts of a bucket that it has no name for, the right to list it.
 */
const MISNAMED: readonly string[] = ['monitoring:DescribeAlarms', 's3:GetPublicAccessBlock', 's3:ListBucket'];
/** What the stage gives the role that scans: the rights of the benchmark, and what the emulator mistakes for some of them. */
export const GRANTED: readonly string[] = [...DERIVED, ...MISNAMED];

const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

async function readOnlyAccess(account: SeededAccount): Promise<string> {
  const { Policy } = await account.iam.send(new GetPolicyCommand({ PolicyArn: READ_ONLY }));
  const version = { PolicyArn: READ_ONLY, VersionId: Policy?.DefaultVersionId };
  const { PolicyVersion } = await account.iam.send(new GetPolicyVersionCommand(version));
  return PolicyVersion?.Document ?? '';
}

/** The derived policy is small enough, and enough. Run last: the emulator authorizes by itself from then on. */
export function leastPrivilegeTests(scanned: () => Scanned): void {
  describe('the derived rights', () => {
    test("are inside AWS's ReadOnlyAccess", async () => {
      const { emulator, tidy } = scanned().stage;
      const account = await SeededAccount.enter(emulator.url, tidy.account);
      const statements = statementsOf(await readOnlyAccess(account));
      account.close();
      expect(decide(statements, 'iam:CreateUser', null)).toBe('implicitDeny');
      expect(DERIVED.filter((right) => decide(statements, right, null) !== 'allowed')).toEqual([]);
    });

    test('are all that a scan needs, in every region, with the emulator itself refusing everything else', async () => {
      const { stage } = scanned();
      await fetch(`${stage.emulator.url}/moto-api/reset-auth`, { method: 'POST', body: '0' });
      for (const account of [stage.tidy, stage.messy]) {
        const document = await stage.scan(account, { access: 'role', regions: null });
        expect(missingIn(document)).toEqual([]);
        expect(controlsOf(document).flatMap(({ resources }) => resources.filter((r) => r.cause !== null))).toEqual([]);
      }
    }, 60_000);

    test('are refused by the emulator to a role that lacks them', async () => {
      const { stage } = scanned();
      const fewer = { ...stage.tidy, roleArn: stage.tidy.tooFewRoleArn };
      const document = await stage.scan(fewer, { access: 'role' });
      expect(missingIn(document)).toContain('iam:GetAccountPasswordPolicy');
    });
  });
}
