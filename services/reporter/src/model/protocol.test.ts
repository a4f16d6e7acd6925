import { describe, expect, test } from '@jest/globals';
import { explore } from './explore.ts';
import { FAULTY } from './faulty.ts';
import { chunk, completed, failed, requestOf, tick, type Scenario } from './scenario.ts';

const whole = [chunk(0, 'a', 0), completed(0, 'a', 1)];
const killed = chunk(0, 'b', 0);

const SOUND: readonly (Scenario & { readonly workers: number })[] = [
  { name: 'one whole attempt', request: requestOf(1), messages: whole, workers: 2 },
  { name: 'another target that fails', request: requestOf(2), messages: [...whole, failed(1)], workers: 2 },
  { name: 'deleted at any moment', request: requestOf(1), messages: whole, mayDelete: true, workers: 2 },
  {
    name: 'also told as failed, one attempt killed',
    request: requestOf(1),
    messages: [killed, ...whole, failed(0)],
    workers: 1,
  },
  { name: 'the deadline at any moment', request: requestOf(2), messages: [...whole, tick], workers: 1 },
];

describe('every order of steps of the real code, kills and repetitions included', () => {
  test.each(SOUND)('$name: $workers at work, nothing is lost or falsified', async (scenario) => {
    const found = await explore(scenario, { workers: scenario.workers });
    expect(found).toMatchObject({ violation: null, cutOff: false });
    expect(found.ends).toBeGreaterThan(0);
  });
});

describe('the model catches', () => {
  test.each(FAULTY)('$name', async (scenario) => {
    expect((await explore(scenario, { limit: 100_000 })).violation).not.toBeNull();
  });
});
