import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Control, Report, ScanStatus, TargetDocument } from '@cis-scan/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createApiKey } from '../../stack/api-key.ts';
import { byKeys, byRole, type ProductStage } from '../product-stage.ts';

const ROOT = new URL('../../../../', import.meta.url);
const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as T;

interface Row {
  readonly control: string;
  readonly assessment: string;
}
const { rows } = json<{ rows: readonly Row[] }>('services/aws-scanner/benchmarks/cis-aws-1.3.0.json');
/** Labelled manual, decided completely by the API. */
const DECIDED_ALL_THE_SAME = ['1.2', '1.11', '2.1.1', '2.1.2', '2.2.1'];
const isDecided = ({ control, assessment }: Row): boolean =>
  assessment === 'automated' || DECIDED_ALL_THE_SAME.includes(control);

const EMAILS = ['security@example.com', 'audit@example.com'];

/** One request for both accounts, from POST to mail and away again. */
export function demoAccountsTests(product: () => ProductStage): void {
  const body = () => ({
    requestId: 'both',
    scan_input: [byRole(product().messy), byKeys(product().tidy)],
    email: EMAILS,
  });
  const reportIn = async (format: string): Promise<string> =>
    (await product().ask('GET', `/scans/both/report?format=${format}`)).text();
  let accepted: unknown;
  let status: ScanStatus;
  let report: Report;
  let messy: readonly Control[];
  let tidy: readonly Control[];

  beforeAll(async () => {
    const answer = await product().ask('POST', '/scans', { body: body() });
    accepted = await answer.json();
    expect([answer.status, accepted]).toMatchObject([202, { requestId: 'both', status: 'queued' }]);
    status = await product().settled('both');
    report = JSON.parse(await reportIn('json')) as Report;
    [messy = [], tidy = []] = report.targets.map((t) => ('error' in t ? [] : (t.benchmarks[0]?.controls ?? [])));
  }, 90_000);

  describe('both accounts, asked for in one request', () => {
    test('complete, and are reported', () => {
      expect(status).toMatchObject({
        status: 'completed',
        progress: { done: 2 * rows.length, total: 2 * rows.length },
      });
      expect(status.targets.map((t) => [t.account, t.status])).toEqual([
        [product().messy.account, 'completed'],
        [product().tidy.account, 'completed'],
      ]);
      const valid = new Ajv2020({ formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) } });
      const isReport = valid.compile(json<object>('docs/report.schema.json'));
      expect(isReport(report) || isReport.errors).toBe(true);
      expect(messy.map(({ control }) => control)).toEqual(rows.map(({ control }) => control));
    });

    test.each(rows.filter(isDecided).map(({ control }) => control))(
      '%s fails in one and passes in the other',
      (row) => {
        const [bad, good] = [messy, tidy].map((controls) => controls.find(({ control }) => control === row));
        expect([bad?.verdict, good?.verdict, good?.reason]).toEqual(['fail', 'pass', expect.any(String)]);
      },
    );

    test.each(rows.filter((row) => !isDecided(row)).map(({ control }) => control))('%s is for a person', (row) => {
      for (const controls of [messy, tidy]) {
        const control = controls.find((c) => c.control === row);
        // Without any instance or peering there is nothing for a person to look at.
        const possible = row === '1.18' || row === '5.4' ? ['manual', 'not-applicable'] : ['manual'];
        expect(possible).toContain(control?.verdict);
        expect(control?.missing).toEqual([]);
      }
    });

    test('every decided row shows what decided; no two rows of a control are about the same', () => {
      for (const control of [...messy, ...tidy]) {
        const places = control.resources.map(({ id, region }) => `${id} ${region}`);
        expect([control.control, new Set(places).size]).toEqual([control.control, places.length]);
        const bare = control.resources.filter(
          ({ verdict, evidence }) => (verdict === 'pass' || verdict === 'fail') && evidence.length === 0,
        );
        expect([control.control, bare]).toEqual([control.control, []]);
        for (const { source, readAt } of control.resources.flatMap(({ evidence }) => evidence)) {
          expect(source).toMatch(/^[a-z0-9-]+:[A-Z]\w+$/);
          expect(Date.parse(readAt)).toBeLessThanOrEqual(Date.now());
        }
      }
    });

    test('the CSV has a row for every resource', async () => {
      const resources = [...messy, ...tidy].reduce((sum, c) => sum + Math.max(1, c.resources.length), 0);
      expect((await reportIn('csv')).trimEnd().split('\n')).toHaveLength(1 + resources);
    });

    test('/controls says what the report says', async () => {
      const path = '/scans/both/controls?target=1&control=3.9&resources=all';
      const { items } = (await (await product().ask('GET', path)).json()) as { items: object[] };
      const control = tidy.find(({ control: number }) => number === '3.9');
      expect(items).toEqual([{ targetId: 1, benchmark: 'cis-aws-1.3.0', ...control }]);
    });

    test('each recipient has a mail of their own, with both parts and both files', async () => {
      const mails = await product().stack.mailbox.waitFor(EMAILS.length);
      expect(mails.map(({ envelope }) => envelope.to).sort()).toEqual(EMAILS.map((to) => [to]).sort());
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(EMAILS.length);
      expect(status.deliveries.map(({ status: state }) => state)).toEqual(['sent', 'sent']);
      const [csv, html] = [await reportIn('csv'), await reportIn('html')];
      for (const { text, html: shown, attachments } of mails) {
        expect(text).toContain(product().messy.account);
        expect(shown).toContain(product().messy.account);
        const files = attachments.map(({ content }) => Buffer.from(content).toString()).sort();
        expect(files).toEqual([csv, html].sort());
      }
    });

    test('the same request again is the same answer and no second scan; another body is refused', async () => {
      const attempts = async () =>
        (await product().items()).filter(({ sk }) => String(sk).startsWith('ATTEMPT#')).length;
      const before = await attempts();
      const again = await product().ask('POST', '/scans', { body: body() });
      expect([again.status, await again.json()]).toEqual([202, accepted]);
      const other = await product().ask('POST', '/scans', { body: { ...body(), email: 'other@example.com' } });
      expect(other.status).toBe(409);
      expect(await attempts()).toBe(before);
    });

    test('another caller sees nothing', async () => {
      const { key } = await createApiKey('somebody-else', product().stack.env);
      for (const path of ['/scans/both', '/scans/both/report?format=html', '/scans/both/controls']) {
        expect((await product().ask('GET', path, { key })).status).toBe(404);
      }
      expect((await product().ask('DELETE', '/scans/both', { key })).status).toBe(404);
    });

    test('a role with too few rights is refused by name, and nothing is queued', async () => {
      const { tooFewRoleArn, externalId } = product().tidy;
      const few = { access_type: 'cross-account', access_input: { arn: tooFewRoleArn, external_id: externalId } };
      const asked = { requestId: 'few', scan_input: [few], email: EMAILS[0] };
      const answer = await product().ask('POST', '/scans', { body: asked });
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('s3:ListAllMyBuckets')]);
      expect((await product().ask('GET', '/scans/few')).status).toBe(404);
    });

    test('the secrets of the request are nowhere', async () => {
      const { tidy: account, stack } = product();
      const secret = account.keys.secretAccessKey;
      const logs = readdirSync(stack.logs).map((file) => readFileSync(join(stack.logs, file), 'utf8'));
      const mails = stack.mailbox.messages().map(({ raw }) => raw.toString());
      const objects = await product().objects();
      const kept = [...logs, ...mails, ...objects.values(), JSON.stringify(await product().items())];
      expect(kept.join('\n')).toContain(account.account);
      expect(kept.filter((text) => text.includes(secret) || text.includes(stack.key))).toEqual([]);
    });

    test('deleted, it is gone with everything that was kept', async () => {
      const scanId = (await product().items()).find(({ requestId }) => requestId === 'both')?.['scanId'];
      const about = async () => [
        ...(await product().items()).filter(({ pk }) => pk === `SCAN#${String(scanId)}`),
        ...[...(await product().objects()).keys()].filter((key) => key.includes(String(scanId))),
      ];
      expect((await about()).length).toBeGreaterThan(10);
      expect((await product().ask('DELETE', '/scans/both')).status).toBe(204);
      expect((await product().ask('GET', '/scans/both')).status).toBe(404);
      expect(await about()).toEqual([]);
    });
  });
}

/** The document of one target; throws when the target failed. */
export function documentOf(report: Report, target: number): TargetDocument {
  const found = report.targets[target];
  if (found === undefined || 'error' in found) throw new Error(`target ${target} has no document`);
  return found;
}
