import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { bucket, gap } from '../../testing/trails.ts';
import check from './buckets-encrypted-by-default.ts';

const encrypted = (algorithms: readonly string[], name = 'media') => ({ ...bucket(name), algorithms });
const facts = (...all: ReturnType<typeof encrypted>[]) => ({ bucketEncryption: new Listing(all) });
const closed = gap({ resource: 'arn:aws:s3:::closed', rights: ['s3:GetEncryptionConfiguration'] });

test.each(
  cases(check, [
    { when: "S3's own key", facts: facts(encrypted(['AES256'])), then: 'pass', says: /AES256/ },
    { when: 'KMS', facts: facts(encrypted(['aws:kms'])), then: 'pass' },
    { when: 'KMS in two layers', facts: facts(encrypted(['aws:kms:dsse'])), then: 'pass' },
    { when: 'none', facts: facts(encrypted([])), then: 'fail', says: /has no default encryption/ },
    { when: 'an algorithm nobody knows', facts: facts(encrypted(['rot13'])), then: 'fail', says: /only rot13/ },
    { when: 'one of two', facts: facts(encrypted(['AES256']), encrypted([], 'b')), then: 'fail' },
    { when: 'no bucket', facts: facts(), then: 'not-applicable' },
    {
      when: 'good, one unread',
      facts: { bucketEncryption: new Listing([encrypted(['AES256'])], [closed]) },
      then: 'not-assessed',
    },
    { when: 'none, one unread', facts: { bucketEncryption: new Listing([encrypted([])], [closed]) }, then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
