import { expect, test } from '@jest/globals';
import type { Accepted, Report } from '@cis-scan/contracts';
import { controlsOf } from '../read-less.ts';
import type { ProductStage } from '../product-stage.ts';
import { documentOf } from './demo-accounts.ts';

/** An account that lets us see little, scanned all the same. */
export function halfDeniedTest(product: () => ProductStage): void {
  test('a role with too few rights, taken by request: what is unread is not assessed and says which right', async () => {
    const { tooFewRoleArn, externalId, account } = product().tidy;
    const body = {
      requestId: 'half',
      access_type: 'cross-account',
      access_input: { arn: tooFewRoleArn, external_id: externalId },
      email: ' half@example.com ',
      allow_partial: true,
    };
    const answer = await product().ask('POST', '/scans', { body });
    const accepted = (await answer.json()) as Accepted;
    expect([answer.status, accepted.targets]).toEqual([202, [{ targetId: 0, provider: 'aws', account }]]);
    expect(accepted.warnings.map(({ code }) => code)).toEqual(['rights-missing', 'optional-rights-missing']);

    expect(await product().settled('half')).toMatchObject({ status: 'completed', deliveries: [{ status: 'sent' }] });
    const report = (await (await product().ask('GET', '/scans/half/report?format=json')).json()) as Report;
    const document = documentOf(report, 0);
    // Long sentences are cut on their way through the bus; the rights themselves are not.
    const missing = accepted.warnings.map((warning) => warning.missing);
    expect(document.warnings.map((warning) => warning.missing)).toEqual(missing);
    const controls = controlsOf(document);
    expect(controls).toHaveLength(55);
    // In this account nothing fails; reading less may not change that, nor pass what was not read.
    expect(controls.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    const unread = controls.filter(({ verdict }) => verdict === 'not-assessed');
    expect(unread.length).toBeGreaterThan(40);
    expect(unread.filter(({ missing }) => missing.length === 0)).toEqual([]);
    expect(controls.find(({ control }) => control === '1.4')?.verdict).toBe('pass');
    expect(document.benchmarks[0]?.coverage).toBeLessThan(0.2);

    const [mail] = await product().stack.mailbox.waitFor(1, { which: (m) => m.to.includes('half@example.com') });
    expect(mail?.text).toMatch(/not.assessed/i);
    const files = mail?.attachments.map(({ content }) => Buffer.from(content).toString()) ?? [];
    expect(files.filter((text) => text.includes('iam:GetAccountPasswordPolicy'))).toHaveLength(2);
  }, 60_000);
}
