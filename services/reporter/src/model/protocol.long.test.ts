import { expect, test } from '@jest/globals';
import { explore } from './explore.ts';
import { chunk, completed, failed, requestOf, tick, type Scenario } from './scenario.ts';

const whole = (target: number) => [chunk(target, 'a', 0), completed(target, 'a', 1)];
const killed = chunk(0, 'b', 0);

const EXHAUSTIVE: readonly Scenario[] = [
  {
    name: 'two chunks, one attempt killed, another target failed',
    request: requestOf(2),
    messages: [killed, chunk(0, 'a', 0), chunk(0, 'a', 1), completed(0, 'a', 2), failed(1)],
  },
  { name: 'two whole targets', request: requestOf(2), messages: [...whole(0), ...whole(1)] },
  { name: 'failed, and one attempt killed', request: requestOf(1), messages: [killed, ...whole(0), failed(0)] },
  {
    name: 'two whole attempts',
    request: requestOf(1),
    messages: [...whole(0), chunk(0, 'b', 0), completed(0, 'b', 1)],
  },
  { name: 'the deadline', request: requestOf(1), messages: [...whole(0), tick] },
  { name: 'the deadline and a failure', request: requestOf(1), messages: [...whole(0), failed(0), tick] },
  { name: 'deleted, with a failure', request: requestOf(1), messages: [...whole(0), failed(0)], mayDelete: true },
  { name: 'deleted, at the deadline', request: requestOf(1), messages: [...whole(0), tick], mayDelete: true },
];

test.each(EXHAUSTIVE)(
  '$name: nothing is lost or falsified, whatever two workers do',
  async (scenario) => {
    expect(await explore(scenario, { limit: 12_000_000 })).toMatchObject({ violation: null, cutOff: false });
  },
  900_000,
);
