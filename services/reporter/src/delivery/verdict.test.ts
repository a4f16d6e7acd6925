import { expect, test } from '@jest/globals';
import { judgeFailure } from './verdict.ts';

test.each([
  [
    'mailbox unknown',
    { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 No such user' },
    'refused',
    'SMTP 550: 5.1.1 No such user',
  ],
  ['content refused', { code: 'EMESSAGE', responseCode: 554, response: '554 Spam' }, 'refused', 'SMTP 554: Spam'],
  ['greylisted', { code: 'EENVELOPE', responseCode: 451, response: '451 Later' }, 'failed', 'SMTP 451: Later'],
  ['our login is wrong', { code: 'EAUTH', responseCode: 535, response: '535 bad dXNlcjpwYXNz' }, 'failed', 'SMTP 535'],
  [
    'the server takes nobody',
    { code: 'EPROTOCOL', responseCode: 554, response: '554 No service' },
    'failed',
    'SMTP 554: No service',
  ],
  ['TLS demanded', { code: 'ETLS' }, 'failed', 'mail server not reached (ETLS)'],
  ['connection refused', { code: 'ESOCKET' }, 'failed', 'mail server not reached (ESOCKET)'],
  ['no answer in time', { code: 'ETIMEDOUT' }, 'failed', 'mail server not reached (ETIMEDOUT)'],
  ['something thrown that is no error', 'boom', 'failed', 'mail server not reached (UNKNOWN)'],
  [
    'hostile words',
    { code: 'EENVELOPE', responseCode: 550, response: '550 a\r\nb\u202ec' },
    'refused',
    'SMTP 550: a b c',
  ],
])('%s', (_, error, kind, detail) => {
  expect(judgeFailure(error)).toEqual({ kind, detail });
});

test('a long answer is cut', () => {
  const { detail } = {
    detail: '',
    ...judgeFailure({ code: 'EENVELOPE', responseCode: 550, response: `550 ${'x'.repeat(5000)}` }),
  };
  expect(detail).toHaveLength('SMTP 550: '.length + 200);
});
