import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import { check, needsOf, source, type AnyCheck } from './check.ts';
import { closure, factsIn, type Fact } from './fact.ts';
import { fail, notAssessed, pass, saw, target } from './judgement.ts';
import { Unreadable } from './reading.ts';
import { scan } from './scan.ts';

let asked: string[] = [];
const fact = (
  name: string,
  over: Partial<Fact<boolean>> = {},
  answer: 'good' | 'bad' | 'down' = 'good',
): Fact<boolean> => ({
  kind: 'fact',
  name,
  calls: [name],
  rights: [`${name}.Read`],
  source: name,
  basis: 'direct',
  needs: {},
  read: async () => {
    asked.push(name);
    if (answer === 'down') throw new Unreadable({ cause: 'throttled', rights: [], detail: 'too many requests' });
    return answer === 'good';
  },
  ...over,
});
const from = (some: Fact<boolean>) =>
  source({
    needs: { some },
    evaluate: (facts) => [(facts.some ? pass : fail)(target, `seen in ${some.name}`, saw(some, {}))],
  });
const asking = (first: Fact<boolean>, ...others: readonly Fact<boolean>[]): AnyCheck =>
  check({ title: 't', why: 'w', fix: 'f', ...from(first), otherwise: others.map(from) });

async function finding(subject: AnyCheck, ...held: readonly string[]): Promise<Finding> {
  asked = [];
  const facts = closure(needsOf(subject).flatMap(factsIn));
  const answers = [
    { benchmark: 'b', control: '1', level: '1', assessment: 'automated', confidence: 'confirmed' } as const,
  ];
  const questions = [{ id: 'q', checkId: 'c', check: subject, options: {}, answers }];
  const context = { now: new Date(0), target: { account: 't', cloud: 'global' } } as const;
  const options = { ...context, holds: (right: string) => held.includes(right) };
  for await (const found of scan({ questions, facts, calls: [], rights: [] }, null, options)) return found;
  throw new Error('no finding');
}

describe('sources in order', () => {
  const direct = fact('direct');
  const score = fact('score', { basis: 'reported' }, 'bad');

  test('the first that the credentials allow decides, and the later ones are not asked', async () => {
    const found = await finding(asking(direct, score), 'direct.Read', 'score.Read');
    expect(found).toMatchObject({ verdict: 'pass', basis: 'direct', missing: [] });
    expect(asked).toEqual(['direct']);
  });
  test('one that is closed is not even asked, and the next one speaks with its own basis', async () => {
    const found = await finding(asking(direct, score), 'score.Read');
    expect(found).toMatchObject({ verdict: 'fail', basis: 'reported', missing: [] });
    expect(found.results[0]?.evidence[0]?.source).toBe('score');
    expect(asked).toEqual(['score']);
  });
  test('one that turns out unreadable falls to the next', async () => {
    const down = fact('down', {}, 'down');
    expect(await finding(asking(down, score), 'down.Read', 'score.Read')).toMatchObject({
      verdict: 'fail',
      basis: 'reported',
    });
    expect(asked).toEqual(['down', 'score']);
  });
  test('one that could not judge falls to the next as well', async () => {
    const unsure = check({
      title: 't',
      why: 'w',
      fix: 'f',
      needs: { direct },
      evaluate: () => [notAssessed({ fact: 'direct', cause: 'failed', rights: [], detail: 'half of it' })],
      otherwise: [from(score)],
    });
    expect(await finding(unsure, 'direct.Read', 'score.Read')).toMatchObject({ verdict: 'fail', basis: 'reported' });
  });
  test('none left: the smallest set of rights that would help is named', async () => {
    const wide = fact('wide', { rights: ['A.Read', 'B.Read'] });
    expect(await finding(asking(wide, direct))).toMatchObject({
      verdict: 'not-assessed',
      basis: null,
      missing: ['direct.Read'],
    });
    expect(asked).toEqual([]);
  });
  test('none left, one was open but down: it speaks, and the right that would open another is named', async () => {
    const down = fact('down', {}, 'down');
    const found = await finding(asking(direct, down), 'down.Read');
    expect(found).toMatchObject({
      verdict: 'not-assessed',
      missing: ['direct.Read'],
      results: [{ cause: 'throttled' }],
    });
    expect(found.reason).toMatch(/too many requests; direct.Read would let it be read/);
  });
});
