import { describe, expect, test } from '@jest/globals';
import { VERDICTS } from '@cis-scan/contracts';
import { buildModel, type ScanOutcome } from '../model.ts';
import { HOSTILE, withForeignText } from '../sample/foreign.ts';
import { sampleOutcome } from '../sample/outcome.ts';
import { VERDICT_WORDS } from '../words.ts';
import { renderHtml } from './render.ts';
import { SHOWN_IN_ORDER, SHOWN_ROWS } from './resources.ts';

const AT = '2026-02-03T09:17:00.000Z';
const page = (outcome: ScanOutcome): string => renderHtml(buildModel(outcome, AT));
const plain = page(sampleOutcome());

/** Says whether the page has this text; a failing `toContain` would print the whole page. */
const says = (text: string): boolean => plain.includes(text.replaceAll('"', '&#34;'));

/** Every tag of a page with its attributes, without the text between. */
const tags = (source: string): string[] => source.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>/g) ?? [];

describe('the page', () => {
  test('shows every control of every target once, each with its verdict in words', () => {
    const model = buildModel(sampleOutcome(), AT);
    for (const [index, target] of model.report.targets.entries()) {
      if ('error' in target) continue;
      for (const { control, verdict } of target.benchmarks[0]!.controls) {
        const id = `id="t${index}-cis-aws-1.3.0-${control}"`;
        expect(plain.split(id)).toHaveLength(2);
        const article = plain.slice(plain.indexOf(id), plain.indexOf('</article>', plain.indexOf(id)));
        expect(article).toContain(`</span> ${VERDICT_WORDS[verdict]}`);
      }
    }
    expect(plain.match(/<article /g)).toHaveLength(110);
  });

  test('says score and coverage side by side, in numbers that are the counts', () => {
    expect(says('62.2 %')).toBe(true);
    expect(says('28 of 45 decided controls pass')).toBe(true);
    expect(says('46 of 55 controls decided or not applicable')).toBe(true);
    expect(says('17 fail, 4 not assessed, 5 manual, 28 pass, 1 not applicable')).toBe(true);
  });

  test('says for which regions the verdicts hold', () => {
    expect(says('The verdicts hold for only eu-west-1, us-east-1.')).toBe(true);
    expect(says('The verdicts hold for all enabled regions.')).toBe(true);
  });

  test('tells what a failed target failed of, and gives it no verdict', () => {
    const section = plain.slice(plain.indexOf('id="t2"'), plain.indexOf('id="notes"'));
    expect(section).toContain('its trust policy demands MFA');
    for (const verdict of VERDICTS) expect(section).not.toContain(`badge ${verdict}`);
  });

  test('names the right to add, and the regions that leave a closed one out', () => {
    expect(plain).toMatch(/cloudtrail:DescribeTrails<\/code><\/td>\s*<td><a href="#t0-cis-aws-1\.3\.0-3\.10">/);
    expect(says('"regions": ["eu-central-1", "eu-west-1", "us-east-1"]')).toBe(true);
  });

  test('marks rows whose numbering is not confirmed', () => {
    expect(plain.match(/see note/g)?.length).toBe(2);
  });

  test('loads nothing, runs nothing, and every link leads to an id of the page', () => {
    expect(plain).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i);
    const ids = new Set(Array.from(plain.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
    const links = Array.from(plain.matchAll(/ href="([^"]+)"/g), ([, href]) => href ?? '');
    expect(links.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
    expect(ids.size).toBe(plain.match(/ id="/g)?.length);
  });

  test('is the same bytes for the same model', () => {
    expect(page(sampleOutcome())).toBe(plain);
  });
});

test('a page with very many rows shows the worst, the true number and where the rest is', () => {
  const outcome = sampleOutcome();
  const [messy] = outcome.targets;
  if (messy === undefined || 'error' in messy) throw new Error('the sample begins with a completed target');
  const findings = messy.findings.map((finding) => {
    if (finding.check !== 'vpc/nacls-close-admin-ports') return finding;
    const results = Array.from({ length: 6000 }, (_, i) => ({
      ...finding.results[0]!,
      verdict: i < 5000 ? ('fail' as const) : ('pass' as const),
      id: `acl-${i}`,
    }));
    return { ...finding, results, counts: { ...finding.counts, fail: 5000, pass: 1000, 'not-applicable': 0 } };
  });
  const long = page({ ...outcome, targets: [{ ...messy, findings }] });
  expect(findings.some(({ results }) => results.length === 6000)).toBe(true);
  expect(long.match(/>acl-\d+</g)).toHaveLength(SHOWN_ROWS + SHOWN_IN_ORDER);
  expect(long).toContain('Fail: 5,000 resources');
  expect(long).toContain('Pass: 1,000 resources');
  expect(long).toMatch(/250 rows of 6,000 rows shown/);
});

describe('foreign text is inert', () => {
  const benign = page(withForeignText(sampleOutcome(), 'benign'));

  test.each(HOSTILE)('%s', (_, text) => {
    const source = page(withForeignText(sampleOutcome(), text));
    expect(tags(source)).toEqual(tags(benign));
    expect(source.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(source.length).toBeLessThan(12_000_000);
  });
});
