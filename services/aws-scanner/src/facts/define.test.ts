import { setImmediate as later } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Call, Session } from '../aws.ts';
import { plain, readFact } from '../testing/recording.ts';
import { fact, perItem, regional } from './define.ts';
import { pages } from './door.ts';

type Answer = (place: string, input: Readonly<Record<string, unknown>>) => unknown;

/** A session that answers these calls and no other; two regions are enabled unless said otherwise. */
function session(answers: Partial<Record<Call, Answer>>, more: Partial<Session> = {}): Session {
  const all: Partial<Record<Call, Answer>> = {
    'ec2:DescribeRegions': () => ({ Regions: [{ RegionName: 'eu-west-1' }, { RegionName: 'eu-north-1' }] }),
    ...answers,
  };
  return {
    account: '111122223333',
    partition: 'aws',
    regions: null,
    ask: async (place, call, input) => {
      const answer = all[call];
      if (answer === undefined) throw new Error(`nobody answers ${call}`);
      return answer(place, input as Readonly<Record<string, unknown>>);
    },
    ...more,
  };
}
const failing = (name: string, more: object = {}): never => {
  throw Object.assign(new Error(`${name} was said`), { name, ...more });
};
const noSuchHost = (): never => failing('Error', { code: 'ENOTFOUND' });

const keys = regional({
  name: 'kms/some-keys',
  calls: ['kms:ListKeys'],
  async *read({ kms }, { region }) {
    for await (const page of pages(
      (Marker) => kms.listKeys({ Marker }),
      (p) => p.NextMarker,
    )) {
      for (const key of page.Keys ?? []) yield { id: `${region}/${key.KeyId}` };
    }
  },
});
const details = perItem({
  name: 'kms/some-details',
  calls: ['kms:DescribeKey'],
  of: keys,
  region: (key) => key.region,
  id: (key) => key.id,
  read: async ({ kms }, { id }) => ({ state: (await kms.describeKey({ KeyId: id })).KeyMetadata?.KeyState }),
});
const one = (id: string): object => ({ Keys: [{ KeyId: id }] });
const valueOf = async (of: typeof keys | typeof details, from: Session): Promise<Record<string, unknown>> => {
  const reading = await readFact(of, from);
  if (!reading.ok) throw new Error(`not read: ${reading.gap.detail}`);
  return plain(reading.value) as Record<string, unknown>;
};

describe('a list over regions', () => {
  test('a region whose endpoint does not exist does not have the service, where another region answers', async () => {
    const read = await valueOf(
      keys,
      session({ 'kms:ListKeys': (place) => (place === 'eu-north-1' ? noSuchHost() : one('a')) }),
    );
    expect(read).toEqual({
      items: [{ id: 'eu-west-1/a', region: 'eu-west-1' }],
      gaps: [],
      absent: [{ region: 'eu-north-1', reason: 'kms is not offered in eu-north-1' }],
    });
  });

  test('no endpoint anywhere is a gap of every region: our own name resolution may be what fails', async () => {
    const { items, gaps, absent } = await valueOf(keys, session({ 'kms:ListKeys': noSuchHost }));
    expect([items, absent]).toEqual([[], []]);
    expect(gaps).toMatchObject([
      { region: 'eu-north-1', cause: 'failed', rights: [] },
      { region: 'eu-west-1', cause: 'failed', rights: [] },
    ]);
  });

  test('a missing endpoint beside regions that refuse proves nothing either', async () => {
    const answer: Answer = (place) => (place === 'eu-north-1' ? noSuchHost() : failing('AccessDeniedException'));
    const { gaps, absent } = await valueOf(keys, session({ 'kms:ListKeys': answer }));
    expect(absent).toEqual([]);
    expect(gaps).toMatchObject([
      { region: 'eu-north-1', cause: 'failed', rights: [] },
      { region: 'eu-west-1', cause: 'denied', rights: ['kms:ListKeys'] },
    ]);
  });

  test('a second page that fails leaves the first one standing, beside the gap of its region', async () => {
    const answer: Answer = (place, { Marker }) => {
      if (place === 'eu-west-1') return one('b');
      return Marker === 'more' ? failing('ThrottlingException') : { ...one('a'), NextMarker: 'more' };
    };
    const { items, gaps } = await valueOf(keys, session({ 'kms:ListKeys': answer }));
    expect(items).toMatchObject([{ id: 'eu-north-1/a' }, { id: 'eu-west-1/b' }]);
    expect(gaps).toMatchObject([{ region: 'eu-north-1', cause: 'throttled', rights: [] }]);
  });

  test('the order is that of the regions, whichever answers first', async () => {
    const inTurn = (slow: string) =>
      session({
        'kms:ListKeys': async (place) => {
          if (place === slow) await later();
          return { Keys: [{ KeyId: 'b' }, { KeyId: 'a' }] };
        },
      });
    const [first, second] = [await valueOf(keys, inTurn('eu-north-1')), await valueOf(keys, inTurn('eu-west-1'))];
    expect(first).toEqual(second);
    expect(first['items']).toMatchObject([
      { id: 'eu-north-1/b' },
      { id: 'eu-north-1/a' },
      { id: 'eu-west-1/b' },
      { id: 'eu-west-1/a' },
    ]);
  });

  test('an asked region that is not enabled is absent; one that was not asked is not asked', async () => {
    const asked: string[] = [];
    const answer: Answer = (place) => {
      asked.push(place);
      return one('a');
    };
    const from = session({ 'kms:ListKeys': answer }, { regions: ['ap-east-1', 'eu-west-1'] });
    const { absent } = await valueOf(keys, from);
    expect(absent).toEqual([{ region: 'ap-east-1', reason: 'the account has not enabled ap-east-1' }]);
    expect(asked).toEqual(['eu-west-1']);
  });

  test('without the list of regions, nothing is known', async () => {
    const from = session({ 'ec2:DescribeRegions': () => failing('UnauthorizedOperation') });
    expect(await readFact(keys, from)).toMatchObject({
      ok: false,
      gap: { cause: 'denied', rights: ['ec2:DescribeRegions'] },
    });
  });
});

describe('something asked about every item', () => {
  const answers = (describe: Answer) => session({ 'kms:ListKeys': () => one('a'), 'kms:DescribeKey': describe });

  test('a refusal is about that item alone', async () => {
    const { items, gaps } = await valueOf(
      details,
      answers((_, { KeyId }) =>
        KeyId === 'eu-north-1/a' ? failing('AccessDeniedException') : { KeyMetadata: { KeyState: 'Enabled' } },
      ),
    );
    expect(items).toEqual([{ id: 'eu-west-1/a', region: 'eu-west-1', state: 'Enabled' }]);
    expect(gaps).toMatchObject([
      { resource: 'eu-north-1/a', region: 'eu-north-1', cause: 'denied', rights: ['kms:DescribeKey'] },
    ]);
  });

  test('what the list could not read stays unread', async () => {
    const from = session({
      'kms:ListKeys': (place) => (place === 'eu-north-1' ? failing('TimeoutError') : one('a')),
      'kms:DescribeKey': () => ({ KeyMetadata: { KeyState: 'Enabled' } }),
    });
    const { items, gaps } = await valueOf(details, from);
    expect(items).toHaveLength(1);
    expect(gaps).toMatchObject([{ fact: 'kms/some-keys', region: 'eu-north-1', cause: 'timed-out' }]);
  });
});

test('a fact of the account says what it needs and is asked at home', async () => {
  const summary = fact({
    name: 'iam/some-summary',
    calls: ['iam:GetAccountSummary'],
    read: async ({ iam }) => (await iam.getAccountSummary({})).SummaryMap?.Users,
  });
  expect([summary.rights, summary.source]).toEqual([['iam:GetAccountSummary'], 'iam:GetAccountSummary']);
  const answer: Answer = (place) => ({ SummaryMap: { Users: place === 'global' ? 3 : 0 } });
  expect(await readFact(summary, session({ 'iam:GetAccountSummary': answer }))).toMatchObject({ ok: true, value: 3 });
});
