import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { android, compliance, holding, idle, ios } from '../../testing/device-policy.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import check from './mobile-password-expiry-disabled.ts';

const ending = { expirationDays: 90 };
const silent = { aboutPasswords: false, name: 'Wi-Fi' };
const closed = unread('graph/catalogue-policies', 'DeviceManagementConfiguration.Read.All');

test.each(
  cases(check, [
    { when: 'not configured', facts: holding(ios(), android()), then: 'pass', says: /none of the assigned policies/ },
    { when: 'ninety days', facts: holding(ios(ending), android()), then: 'fail', says: /"ios" after 90 days/ },
    {
      when: 'ninety days beside one that leaves it open',
      facts: holding(ios(), ios(ending, { ...compliance, name: 'strict' }), android()),
      then: 'fail',
      says: /"strict" after 90 days/,
    },
    { when: 'ninety days for nobody', facts: holding(ios(), ios(ending, idle), android()), then: 'pass' },
    {
      when: 'no policy for a platform',
      facts: holding(ios()),
      then: 'fail',
      says: /android: no policy about passwords/,
    },
    {
      when: 'only one that nobody was given',
      facts: holding(ios(), android({}, idle)),
      then: 'fail',
      says: /"android" assigned to nobody/,
    },
    { when: 'only one that does not speak of passwords', facts: holding(ios(), android({}, silent)), then: 'fail' },
    {
      when: 'the catalogue is unread: one in there could end them',
      facts: { ...holding(ios(), android()), catalogue: closed },
      then: 'not-assessed',
    },
    {
      when: 'the catalogue is unread, and one elsewhere ends them',
      facts: { ...holding(ios(ending), android()), catalogue: closed },
      then: 'fail',
    },
    {
      when: 'a list broke off',
      facts: { ...holding(), configurations: read(new Listing([ios(), android()], [refused('x')])) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
