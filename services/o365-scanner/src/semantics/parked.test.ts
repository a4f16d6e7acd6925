import { expect, test } from '@jest/globals';
import { isNullMx, sendsNothing } from './parked.ts';

test.each([
  [[''], true],
  [['.'], true],
  [[], false],
  [['mail.example'], false],
  [['', 'mail.example'], false],
])('MX %j is null: %s', (hosts, is) => expect(isNullMx(hosts)).toBe(is));
test.each([
  [['v=spf1 -all'], true],
  [['v=spf1 -all', 'v=spf1 -all'], false],
  [['v=spf1 mx -all'], false],
  [[], false],
])('SPF %j lets nobody send: %s', (records, is) => expect(sendsNothing(records)).toBe(is));
