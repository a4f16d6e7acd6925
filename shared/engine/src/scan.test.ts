import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import { check, type AnyCheck, type Context } from './check.ts';
import { optional, closure, factsIn, type Fact } from './fact.ts';
import { fail, manual, notApplicable, pass, saw, suggesting, target, type Judgement } from './judgement.ts';
import type { Plan } from './plan.ts';
import { Unreadable } from './reading.ts';
import { scan } from './scan.ts';

const context: Context = { now: new Date('2026-01-01T00:00:00Z'), target: { account: '111122223333', cloud: 'aws' } };
const fact = (name: string, basis: Fact<number>['basis'] = 'direct', read = async () => 1): Fact<number> => ({
  kind: 'fact',
  name,
  calls: [name],
  rights: [name],
  source: name,
  basis,
  needs: {},
  read,
});
const planOf = (...checks: readonly AnyCheck[]): Plan => ({
  questions: checks.map((c, i) => ({
    id: `q${i}`,
    checkId: `c/${i}`,
    check: c,
    options: {},
    answers: [{ benchmark: 'b', control: String(i), level: '1', assessment: 'automated', confidence: 'confirmed' }],
  })),
  facts: closure(checks.flatMap((c) => factsIn(c.needs))),
  calls: [],
  rights: [],
});
const saying = (judged: readonly Judgement[], some = fact('s:Read')): AnyCheck =>
  check({ title: 't', why: 'w', fix: 'f', needs: { some }, evaluate: () => judged });
async function findings(...checks: readonly AnyCheck[]): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  for await (const finding of scan(planOf(...checks), null, context)) all.push(finding);
  return all.sort((a, b) => (a.question < b.question ? -1 : 1));
}
const only = async (...judged: readonly Judgement[]): Promise<Finding> => {
  const [finding] = await findings(saying(judged));
  if (!finding) throw new Error('no finding');
  return finding;
};

describe('a finding', () => {
  test.each([
    [[pass(target, 'a'), fail({ id: 'x' }, 'b')], 'fail'],
    [[pass(target, 'a'), manual({ id: 'x' }, 'b')], 'manual'],
    [[notApplicable(target, 'a'), pass({ id: 'x' }, 'b')], 'pass'],
    [[notApplicable(target, 'a')], 'not-applicable'],
  ])('bears the worst of its verdicts: %#', async (judged, verdict) => {
    expect((await only(...judged)).verdict).toBe(verdict);
  });

  test('says the only reason, or how many and the first', async () => {
    expect((await only(fail(target, 'too short'))).reason).toBe('too short');
    const many = await only(
      fail({ id: 'b', region: 'r' }, 'two'),
      fail({ id: 'a', region: 'r' }, 'one'),
      pass({ id: 'c' }, 'x'),
    );
    expect(many.reason).toBe('2 of 3 fail; the first is a (r): one');
  });

  test('has one row per id and region, the worst, with all evidence; the target has its own id', async () => {
    const s = fact('s:Read');
    const [finding] = await findings(
      saying(
        [pass(target, 'fine', saw(s, { n: 1 })), fail(target, 'bad', saw(s, { n: 2 })), fail(target, 'bad too')],
        s,
      ),
    );
    expect(finding?.results).toMatchObject([
      { id: '111122223333', region: null, verdict: 'fail', reason: 'bad; bad too' },
    ]);
    expect(finding?.results[0]?.evidence.map((e) => [e.source, e.fields['n']])).toEqual([
      ['s:Read', 1],
      ['s:Read', 2],
    ]);
    expect(finding?.counts).toEqual({ pass: 0, fail: 1, manual: 0, 'not-applicable': 0, 'not-assessed': 0 });
  });

  test('evidence bears the age that the answer tells of itself', async () => {
    const s = fact('s:Read');
    const old = new Date('2025-12-31T20:00:00Z');
    const [finding] = await findings(saying([pass(target, 'x', saw(s, {}, old), saw(s, {}))], s));
    const [told, read] = finding?.results[0]?.evidence ?? [];
    expect(told?.readAt).toBe('2025-12-31T20:00:00.000Z');
    expect(Date.parse(read?.readAt ?? '')).toBeGreaterThan(old.getTime());
  });

  test.each([
    [[suggesting('fail', manual(target, 'a')), suggesting('pass', manual({ id: 'x' }, 'b'))], 'fail'],
    [[suggesting('pass', manual(target, 'a')), suggesting('pass', manual({ id: 'x' }, 'b'))], 'pass'],
    [[suggesting('pass', manual(target, 'a')), manual({ id: 'x' }, 'b')], null],
    [[pass(target, 'a')], null],
  ])('suggests only what all its evidence points to: %#', async (judged, suggested) => {
    expect((await only(...judged)).suggested).toBe(suggested);
  });

  test('its basis is that of the evidence behind the verdict; undecided has none', async () => {
    const reported = fact('score', 'reported');
    const bases = await findings(
      saying([pass(target, 'x', saw(reported, {}))], reported),
      saying([fail(target, 'x')]),
      saying([manual(target, 'x', saw(reported, {}))], reported),
    );
    expect(bases.map((f) => f.basis)).toEqual(['reported', 'direct', null]);
  });

  test('names refused rights, also of an optional source that was not needed to decide', async () => {
    const closed = fact('x:Get', 'direct', () =>
      Promise.reject(new Unreadable({ cause: 'denied', rights: ['x:Get'], detail: 'no' })),
    );
    const [needed, spare] = await findings(
      check({ title: '', why: '', fix: '', needs: { closed }, evaluate: () => [pass(target, 'x')] }),
      check({ title: '', why: '', fix: '', needs: { some: optional(closed) }, evaluate: () => [pass(target, 'x')] }),
    );
    expect(needed).toMatchObject({
      verdict: 'not-assessed',
      missing: ['x:Get'],
      basis: null,
      results: [{ cause: 'denied' }],
    });
    expect(spare).toMatchObject({ verdict: 'pass', missing: ['x:Get'] });
  });

  test('a defect of a check is not-assessed, and the others stand', async () => {
    const broken: AnyCheck = check({
      title: '',
      why: '',
      fix: '',
      needs: {},
      evaluate: () => {
        throw new Error('oops');
      },
    });
    const silent: AnyCheck = check({ title: '', why: '', fix: '', needs: {}, evaluate: () => [] });
    const all = await findings(broken, silent, saying([pass(target, 'x')]));
    expect(all.map((f) => f.verdict)).toEqual(['not-assessed', 'not-assessed', 'pass']);
    expect(all[0]?.results[0]).toMatchObject({ cause: 'failed', id: '111122223333' });
  });
});
