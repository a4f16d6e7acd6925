import { describe, expect, test } from '@jest/globals';
import { CodecError, type Fields } from '../fields.ts';
import { attemptCodec } from './attempt.ts';
import { apiKeyCodec } from './api-key.ts';
import { mailCodec } from './mail.ts';
import { requestCodec } from './request.ts';
import { stateCodec } from './state.ts';
import { targetCodec } from './target.ts';

/** Each item as the table holds it, with the fields without which it must not be read. */
const CODECS: readonly [string, (fields: Fields) => unknown, Fields, readonly string[]][] = [
  [
    'REQUEST',
    requestCodec.decode,
    {
      scanId: 's',
      caller: 'c',
      requestId: 'r',
      fingerprint: 'f',
      emails: [],
      targets: [],
      warnings: [],
      allowPartial: false,
      createdAt: 't',
      deadline: 't',
      expiresAt: 1,
    },
    ['scanId', 'caller', 'emails', 'targets', 'allowPartial', 'expiresAt'],
  ],
  ['STATE', stateCodec.decode, { scanId: 's', total: 1, expiresAt: 1 }, ['scanId', 'total']],
  [
    'TARGET',
    targetCodec.decode,
    { scanId: 's', targetId: 0, outcome: { kind: 'failed' }, benchmarks: [], updatedAt: 't' },
    ['targetId', 'outcome', 'benchmarks'],
  ],
  [
    'ATTEMPT',
    attemptCodec.decode,
    { scanId: 's', targetId: 0, attemptId: 'a', startedAt: 't', updatedAt: 't' },
    ['targetId', 'attemptId', 'startedAt'],
  ],
  [
    'MAIL',
    mailCodec.decode,
    { scanId: 's', recipientId: 'r', email: 'e', mailState: 'sent', tries: 1, createdAt: 't', updatedAt: 't' },
    ['email', 'mailState', 'tries'],
  ],
  [
    'KEY',
    apiKeyCodec.decode,
    { keyId: 'k', hash: 'h', keyCaller: 'c', externalId: 'e', madeAt: 't' },
    ['hash', 'keyCaller', 'externalId'],
  ],
];

describe.each(CODECS)('%s', (_, decode, fields, needed) => {
  test('is read', () => {
    expect(() => decode(fields)).not.toThrow();
  });

  test.each(needed)('is not read without %s', (name) => {
    expect(() => decode({ ...fields, [name]: undefined })).toThrow(CodecError);
  });

  test.each(needed)('is not read with %s of another type', (name) => {
    expect(() => decode({ ...fields, [name]: name === 'allowPartial' ? 'yes' : true })).toThrow(CodecError);
  });
});

test('an absent set is the empty one; anything else in its place is a fault', () => {
  const attempt = { scanId: 's', targetId: 0, attemptId: 'a', startedAt: 't', updatedAt: 't' };
  expect(attemptCodec.decode(attempt).got).toEqual(new Set());
  expect(() => attemptCodec.decode({ ...attempt, got: [1] })).toThrow(CodecError);
});

test('an unknown state of a mail is not taken for a known one', () => {
  const [, decode, fields] = CODECS[4] ?? [];
  expect(() => decode?.({ ...fields, mailState: 'lost' })).toThrow(CodecError);
});
