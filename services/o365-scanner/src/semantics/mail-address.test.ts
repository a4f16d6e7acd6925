import { expect, test } from '@jest/globals';
import { accepts, domainOf } from './mail-address.ts';

test.each([
  ['ulf@Larkfield.example', 'larkfield.example'],
  ['smtp:ulf@larkfield.example', 'larkfield.example'],
  ['Ulf <ulf@larkfield.example>', 'larkfield.example'],
  ['"a@b"@larkfield.example', 'larkfield.example'],
  ['Archive', null],
  ['ulf@', null],
])('the domain of %s is %s', (address, domain) => expect(domainOf(address)).toBe(domain));

test.each([
  ['larkfield.example', false, 'larkfield.example', true],
  ['larkfield.example', false, 'lab.larkfield.example', false],
  ['larkfield.example', true, 'lab.larkfield.example', true],
  ['larkfield.example', true, 'darklarkfield.example', false],
  ['*.larkfield.example', false, 'lab.larkfield.example', true],
  ['larkfield.example', true, 'example', false],
])('%s (with subdomains: %s) takes mail for %s: %s', (id, withSubdomains, domain, taken) =>
  expect(accepts({ id, withSubdomains }, domain)).toBe(taken),
);
