import { expect, test } from '@jest/globals';
import { regionOfLocation } from './bucket-location.ts';

test.each([
  [undefined, 'us-east-1'],
  [null, 'us-east-1'],
  ['', 'us-east-1'],
  ['EU', 'eu-west-1'],
  ['eu-central-1', 'eu-central-1'],
])('%s means %s', (constraint, region) => expect(regionOfLocation(constraint)).toBe(region));
