import { expect, test } from '@jest/globals';
import { gathered } from './pages.ts';

const page = (ids: readonly string[], next: string | null) => ({
  value: ids.map((id) => ({ id })),
  ...(next === null ? {} : { '@odata.nextLink': next }),
});

/** Page 1 has a and b, page 2 nothing, page 3 c. */
const good = (n: number) => page([['a', 'b'], [], ['c']][n - 1] ?? [], n < 3 ? `p${n + 1}` : null);

test.each<[string, (n: number) => unknown, string[], string | null]>([
  ['to the end, past an empty page', good, ['a', 'b', 'c'], null],
  ['a link to itself', (n) => (n < 3 ? good(n) : page(['c'], 'p3')), ['a', 'b', 'c'], 'announced twice'],
  ['new links to the same page for ever', (n) => page(['a', 'b'], `p${n + 1}`), ['a', 'b'], 'the same page came again'],
  ['new links to empty pages for ever', (n) => page(n === 1 ? ['a'] : [], `p${n + 1}`), ['a'], 'did not end'],
  [
    'an error midway',
    (n) => {
      if (n < 3) return good(n);
      throw new Error('broke off');
    },
    ['a', 'b'],
    'broke off',
  ],
])('%s', async (_, says, ids, detail) => {
  let pages = 0;
  const listing = await gathered({
    fact: 'f',
    page: async () => says((pages += 1)),
    read: (item) => item.at('id').text(),
  });
  const { items, gaps } = listing.parts();
  expect(items).toEqual(ids);
  expect(gaps.map((gap) => gap.detail)).toEqual(detail === null ? [] : [expect.stringContaining(detail)]);
});

test('nothing of a list whose first page cannot be read', async () => {
  const read = gathered({ fact: 'f', page: () => Promise.reject(new Error('refused')), read: (item) => item });
  await expect(read).rejects.toThrow('refused');
});
