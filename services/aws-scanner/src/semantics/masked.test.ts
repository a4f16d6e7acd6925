import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskedEmail, maskedPhone, maskedWhole, maskedWords } from './masked.ts';

describe('what a report shows of personal data', () => {
  test.each([
    [maskedWords, 'Jane Example', 'J*** E***'],
    [maskedWords, '  Jane   O  ', 'J*** ***'],
    [maskedWords, '12 Long Lane', '*** L*** L***'],
    [maskedWords, 'Haus4b Ost', '*** O***'],
    [maskedWords, 'Łódź', 'Ł***'],
    [maskedWhole, 'SW1A 1AA', '***'],
    [maskedPhone, '+44 20 7946 0123', '***23'],
    [maskedPhone, '12345', '***'],
    [maskedPhone, 'call me', '***'],
    [maskedEmail, 'security@example.com', 's***@example.com'],
    [maskedEmail, 'it@example.com', '***@example.com'],
    [maskedEmail, 'not an address', '***'],
  ])('%p of %s is %s', (mask, text, shown) => expect(mask(text)).toBe(shown));
  test.each([maskedWords, maskedWhole, maskedPhone, maskedEmail])('%p of nothing is null', (mask) => {
    for (const nothing of [undefined, '', '  ', '\t']) expect(mask(nothing)).toBeNull();
  });
  test('no word of three letters or more stands in the open', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{3,12}$/), { minLength: 1 }), (words) => {
        const shown = maskedWords(words.join(' ')) ?? '';
        for (const word of words) expect(shown).not.toContain(word);
      }),
    );
  });
});
