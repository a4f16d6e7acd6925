import { describe, expect, test } from '@jest/globals';
import { buildModel, type ReportModel, type ScanOutcome } from '../model.ts';
import { HOSTILE, withForeignText } from '../sample/foreign.ts';
import { sampleOutcome } from '../sample/outcome.ts';
import { fill } from './fill.ts';
import { renderMail, type MailOptions } from './render.ts';

const LINKS = {
  html: 'https://reports.example/r.html?a=1&b=2',
  csv: 'https://reports.example/r.csv',
  json: 'https://reports.example/r.json',
  expiresAt: '2026-02-10T09:17:00Z',
};
const OPTIONS: MailOptions = { recipient: 'ann@example.com', links: LINKS, attached: ['report.html', 'report.csv'] };
const model = (outcome: ScanOutcome): ReportModel => buildModel(outcome, '2026-02-03T09:17:00.000Z');
const mail = renderMail(model(sampleOutcome()), OPTIONS);

/** Tags and conditional comments of a mail, without the text between. */
const tags = (source: string): string[] => source.match(/<[^>]*>/g) ?? [];

describe('a mail', () => {
  test('has a subject that names the request and nothing of the result', () => {
    expect(mail.subject).toBe('CIS scan report demo-2026-02');
  });

  test.each(['html', 'text'] as const)('says in %s the figures, what to mend first, and what failed', (part) => {
    for (const words of [
      'AWS account 111122223333',
      'only eu-west-1, us-east-1',
      '62.2 %',
      '46 of 55 controls decided or not applicable',
      '17 fail · 4 not assessed · 5 manual · 28 pass · 1 not applicable',
      '(5 of 17 failed controls)',
      'Root user has no access key',
      'demands MFA',
      'Attached: report.html, report.csv.',
      'until 2026-02-10 09:17 UTC',
      'not certified or endorsed',
    ]) {
      expect(mail[part]).toContain(words);
    }
    expect(mail[part]).not.toMatch(/\{\{|each:|undefined/);
    // Resources and evidence are in the report only.
    expect(mail[part]).not.toMatch(/network-acl|0\.0\.0\.0/);
  });

  test('loads nothing from elsewhere', () => {
    expect(mail.html).not.toMatch(/<img|<link|@import|src=/);
    const links = Array.from(mail.html.matchAll(/href="([^"]*)"/g), ([, href]) => href);
    expect(links).toEqual([LINKS.html.replace('&', '&#38;').replaceAll('=', '&#61;'), LINKS.csv, LINKS.json]);
    expect(mail.text).toContain(`Report (HTML): ${LINKS.html}\n`);
  });

  test.each<[string, Partial<MailOptions>, RegExp]>([
    ['attachments only', { links: null }, /Attached: report\.html, report\.csv\.\n/],
    ['links only', { attached: [] }, /The report can be fetched here \(until .*\):\nReport \(HTML\): https:/],
    ['links for ever', { links: { ...LINKS, expiresAt: null } }, /can also be fetched here:\n/],
    ['neither', { links: null, attached: [] }, /ask for it with the request id/],
  ])('says where the report is: %s', (_, options, says) => {
    expect(renderMail(model(sampleOutcome()), { ...OPTIONS, ...options }).text).toMatch(says);
  });

  test('takes no link but http and https', () => {
    const links = { ...LINKS, csv: 'javascript:alert(1)' };
    expect(() => renderMail(model(sampleOutcome()), { ...OPTIONS, links })).toThrow(TypeError);
  });

  test('keeps a long signed link whole', () => {
    const html = `https://reports.example/r.html?X-Amz-Security-Token=${'a'.repeat(3000)}`;
    const long = renderMail(model(sampleOutcome()), { ...OPTIONS, links: { ...LINKS, html } });
    expect(long.html).toContain('a'.repeat(3000));
    expect(long.text).toContain(`${html}\n`);
  });

  test('with fifty targets stays below what mail programs cut, and says how many more there are', () => {
    const outcome = sampleOutcome();
    const targets = Array.from({ length: 50 }, (_, i) => outcome.targets[i < 48 ? 0 : 2]!);
    const { html, text } = renderMail(model({ ...outcome, targets }), OPTIONS);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    for (const part of [html, text]) expect(part).toContain('42 more targets in the report, of which 2 failed.');
  });
});

describe('foreign text is inert', () => {
  const benign = renderMail(model(withForeignText(sampleOutcome(), 'benign')), OPTIONS);

  test.each(HOSTILE)('%s', (_, text) => {
    const hostile = renderMail(model(withForeignText(sampleOutcome(), text)), OPTIONS);
    expect(tags(hostile.html)).toEqual(tags(benign.html));
    expect(hostile.subject).toBe(benign.subject);
    expect(hostile.text.split('\n').length).toBe(benign.text.split('\n').length);
    for (const part of [hostile.html, hostile.text]) {
      expect(part.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(part.length).toBeLessThan(200_000);
    }
  });

  test.each([
    ['acme-legacy', true],
    ['Contoso GmbH', true],
    ['https://evil.example', false],
    ['www.evil.example', false],
    ['write to x@evil.example', false],
  ])('a target named %j is named in the mail: %s', (name, named) => {
    const [messy] = sampleOutcome().targets;
    if (messy === undefined || 'error' in messy) throw new Error('the sample begins with a completed target');
    const target = { ...messy, header: { ...messy.header, name } };
    const { html, text } = renderMail(model({ ...sampleOutcome(), targets: [target] }), OPTIONS);
    for (const part of [html, text]) expect(part.includes(name)).toBe(named);
  });

  test('a request id with a line break cannot reach the headers', () => {
    const { subject } = renderMail(model({ ...sampleOutcome(), requestId: 'a\r\nBcc: x@y.z' }), OPTIONS);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('fill', () => {
  test('repeats blocks, inherits slots, escapes', () => {
    const template = '{{a}}<!-- each:b -->[{{a}}{{c}}]<!-- end:b -->.';
    const filling = { slots: { a: '<' }, blocks: { b: [{ slots: { c: '1' } }, { slots: { c: '{{a}}' } }] } };
    expect(fill(template, filling)).toBe('&#60;[&#60;1][&#60;{{a}}].');
  });

  test('a slot or block that nothing fills is a mistake, not an empty place', () => {
    expect(() => fill('{{a}}', {})).toThrow(/slot "a"/);
    expect(() => fill('<!-- each:b --><!-- end:b -->', {})).toThrow(/block "b"/);
  });
});
