import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './default-security-groups-close-all.ts';

const toItself = { protocol: '-1', from: null, to: null, ipv4: [], ipv6: [], prefixLists: [] };
const group = (inbound: number, egressRules: number, name = 'default') => ({
  id: `arn:aws:ec2:eu-west-1:111122223333:security-group/sg-${name}`,
  region: 'eu-west-1',
  name,
  vpc: 'vpc-1',
  owner: '111122223333',
  ingress: Array.from({ length: inbound }, () => toItself),
  egressRules,
});
const gap: Gap = {
  fact: 'ec2/security-groups',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['ec2:DescribeSecurityGroups'],
  detail: 'no',
};
const read = (groups: readonly ReturnType<typeof group>[], gaps: readonly Gap[] = []) => ({
  securityGroups: new Listing(groups, gaps),
});

test.each(
  cases(check, [
    { when: 'no rule', facts: read([group(0, 0)]), then: 'pass' },
    { when: 'as in a fresh VPC', facts: read([group(1, 1)]), then: 'fail', says: /1 inbound and 1 outbound/ },
    { when: 'only its members may come in', facts: read([group(1, 0)]), then: 'fail' },
    { when: 'only going out', facts: read([group(0, 1)]), then: 'fail' },
    { when: 'other groups do not matter', facts: read([group(0, 0), group(3, 1, 'web')]), then: 'pass' },
    { when: 'a name that only begins so', facts: read([group(3, 1, 'default-web')]), then: 'not-applicable' },
    {
      when: 'the group of a shared VPC',
      facts: read([{ ...group(1, 1), owner: '444455556666' }]),
      then: 'not-applicable',
      says: /444455556666 owns/,
    },
    { when: 'a region unread', facts: read([group(0, 0)], [gap]), then: 'not-assessed' },
    { when: 'a region unread, another open', facts: read([group(1, 1)], [gap]), then: 'fail' },
    { when: 'no group at all', facts: read([]), then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
