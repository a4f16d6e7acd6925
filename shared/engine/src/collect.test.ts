import { describe, expect, test } from '@jest/globals';
import { check, type AnyCheck } from './check.ts';
import { collector } from './collect.ts';
import { closure, derive, factsIn, optional, type Fact, type Needs } from './fact.ts';
import { pass, target } from './judgement.ts';
import type { Plan } from './plan.ts';
import { Unreadable } from './reading.ts';

const fact = <T>(name: string, read: () => Promise<T>, needs: Needs = {}): Fact<T> => ({
  kind: 'fact',
  name,
  calls: [`x:${name}`],
  rights: [`x:${name}`],
  source: `x:${name}`,
  basis: 'direct',
  needs,
  read,
});
const asking = (...needs: readonly Needs[]): Plan => {
  const checks = needs.map((n): AnyCheck =>
    check({ title: '', why: '', fix: '', needs: n, evaluate: () => [pass(target, 'x')] }),
  );
  const facts = closure(checks.flatMap((c) => factsIn(c.needs)));
  const questions = checks.map((c, i) => ({ id: String(i), checkId: 'x', check: c, options: {}, answers: [] }));
  return { questions, facts, calls: [], rights: [] };
};
const refused = (): Promise<never> =>
  Promise.reject(new Unreadable({ cause: 'denied', rights: ['x:Y'], detail: 'no' }));

describe('collect', () => {
  test('reads a fact once for whoever asks, and hands derived facts on', async () => {
    let reads = 0;
    const base = fact('base', async () => ++reads);
    const twice = derive({ name: 'twice', needs: { base }, from: ({ base: n }) => n * 2 });
    const facts = collector(asking({ base }, { twice }, { base, twice }), null);
    const [a, b, c] = await Promise.all([
      facts.gather({ base }),
      facts.gather({ twice }),
      facts.gather({ base, twice }),
    ]);
    expect([a.reading, b.reading, c.reading]).toMatchObject([
      { ok: true, value: { base: 1 } },
      { ok: true, value: { twice: 2 } },
      { ok: true, value: { base: 1, twice: 2 } },
    ]);
    expect(reads).toBe(1);
  });

  test('drops a fact after its last holder, and not before', async () => {
    const base = fact('base', async () => 1);
    const twice = derive({ name: 'twice', needs: { base }, from: ({ base: n }) => n * 2 });
    const facts = collector(asking({ base }, { twice }), null);
    await facts.gather({ twice });
    await facts.gather({ base });
    expect(facts.held()).toBe(2);
    facts.release({ base });
    expect(facts.held()).toBe(1); // the derived fact has been read, so nobody holds base any more
    facts.release({ twice });
    expect(facts.held()).toBe(0);
    expect(facts.readAt(base)).toMatch(/^\d{4}-/); // when it was read is still known
  });

  test('a gap stops what stands on it, an optional need hands it over', async () => {
    const broken = fact('broken', refused);
    const on = derive({ name: 'on', needs: { broken }, from: () => 1 });
    const facts = collector(asking({ on }, { some: optional(broken) }), null);
    expect((await facts.gather({ on })).reading).toMatchObject({ ok: false, gap: { fact: 'broken', cause: 'denied' } });
    const { reading, gaps } = await facts.gather({ some: optional(broken) });
    expect(reading).toMatchObject({ ok: true, value: { some: { ok: false, gap: { rights: ['x:Y'] } } } });
    expect(gaps).toHaveLength(1);
  });

  test('an error nobody named is a failure, not a verdict', async () => {
    const odd = fact('odd', () => Promise.reject(new TypeError('x is undefined')));
    const { reading } = await collector(asking({ odd }), null).gather({ odd });
    expect(reading).toMatchObject({
      ok: false,
      gap: { fact: 'odd', cause: 'failed', detail: 'TypeError: x is undefined' },
    });
  });

  test('when the time is up, what hangs is timed out and what was read stands', async () => {
    const stop = new AbortController();
    const quick = fact('quick', async () => 'here');
    const hanging = fact('hanging', () => new Promise<string>(() => {}));
    const late = fact('late', async () => 'never asked', { hanging });
    const facts = collector(asking({ quick, late }), null, { signal: stop.signal });
    const waiting = facts.gather({ late });
    const read = await facts.gather({ quick });
    stop.abort(new Error('the time for this target is up'));
    expect(read.reading).toMatchObject({ ok: true });
    expect((await waiting).reading).toMatchObject({ ok: false, gap: { fact: 'hanging', cause: 'timed-out' } });
  });
});
