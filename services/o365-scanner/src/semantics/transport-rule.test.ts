import { expect, test } from '@jest/globals';
import { transportRule } from '../testing/exchange.ts';
import { forwardingBlockLacks, idleBecause } from './transport-rule.ts';

const now = new Date('2026-01-01T00:00:00Z');

test.each([
  ['in force', {}, []],
  ['disabled', { enabled: false }, ['it is disabled']],
  ['in test mode', { enforced: false }, ['it is only tested']],
  ['begins now', { from: '2026-01-01T00:00:00.000Z' }, []],
  ['begins later', { from: '2026-01-01T00:00:01.000Z' }, ['its time has not come']],
  ['ends now', { until: '2026-01-01T00:00:00.000Z' }, ['it has expired']],
  ['ends later', { until: '2026-01-01T00:00:01.000Z' }, []],
])('a rule that is %s', (_, over, because) => expect(idleBecause(transportRule(over), now)).toEqual(because));

const blocking = {
  fromScope: 'InOrganization',
  sentToScope: 'NotInOrganization',
  messageType: 'AutoForward',
  rejects: true,
};

test.each([
  ['rejects', {}, 0],
  ['deletes', { rejects: false, deletes: true }, 0],
  ['does neither', { rejects: false }, 1],
  ['is written in other letters', { messageType: 'autoforward' }, 0],
  ['is about other messages', { messageType: 'OOF' }, 1],
  ['is about all senders', { fromScope: null }, 1],
  ['is about mail that stays inside', { sentToScope: 'InOrganization' }, 1],
  [
    'has just these conditions',
    { conditions: ['FromScopePredicate', 'SentToScopePredicate', 'MessageTypeMatchesPredicate'] },
    0,
  ],
  ['is narrowed by another condition', { conditions: ['FromScopePredicate', 'FromMemberOfPredicate'] }, 1],
  ['makes an exception', { exceptions: ['RecipientDomainIsPredicate'] }, 1],
  ['is about nothing', { fromScope: null, sentToScope: null, messageType: null, rejects: false }, 4],
])('a rule that %s', (_, over, lacks) =>
  expect(forwardingBlockLacks(transportRule({ ...blocking, ...over }))).toHaveLength(lacks),
);
