import { describe, expect, test } from '@jest/globals';
import { fold } from './fold.ts';
import { fingerprintOf } from './fingerprint.ts';

const keys = { access_key: 'AKIAEXAMPLEEXAMPLE11', access_secret: 'x'.repeat(40) };
const role = { arn: 'arn:aws:iam::111122223333:role/cis-scan' };
const app = { client_id: 'c'.repeat(36), client_secret: 's', tenant_id: 't'.repeat(36) };
const target = { access_type: 'credentials', access_input: keys };
const list = { requestId: 'r', scan_input: [target], email: 'a@example.com' };
const single = { requestId: 'r', ...target, email: 'a@example.com' };

describe('every spelling of the seeds is one request', () => {
  test.each([
    ['list', list],
    ['single', single],
    ['wrapped list', { body: list }],
    ['wrapped single', { body: single }],
    ['list with a trailing blank', { ...list, email: 'a@example.com ' }],
    ['list of addresses', { ...list, email: ['a@example.com', 'A@example.com'] }],
    ['another secret', { ...single, access_input: { ...keys, access_secret: 'y'.repeat(40) } }],
  ])('%s', (_, body) => {
    const folded = fold(body);
    expect(folded.faults).toEqual([]);
    expect(fingerprintOf(folded.request)).toBe(fingerprintOf(fold(list).request));
  });

  test.each([
    ['another key', { ...single, access_input: { ...keys, access_key: 'AKIAEXAMPLEEXAMPLE22' } }],
    ['another address', { ...single, email: 'b@example.com' }],
    ['a benchmark', { ...single, benchmarks: ['cis-aws-1.3.0'] }],
    ['a region', { ...single, regions: ['eu-west-1'] }],
    ['allow_partial', { ...single, allow_partial: true }],
  ])('%s makes another request', (_, body) => {
    const folded = fold(body);
    expect(folded.faults).toEqual([]);
    expect(fingerprintOf(folded.request)).not.toBe(fingerprintOf(fold(list).request));
  });

  test.each([
    ['aws-keys', { access_type: 'credentials', access_input: keys }],
    ['aws-role', { access_type: 'cross-account', access_input: role }],
    ['m365-app', { access_type: 'credentials', access_input: app }],
  ])('%s is told from the fields', (kind, one) => {
    expect(fold({ ...list, scan_input: [one] }).request.targets[0]?.target.kind).toBe(kind);
  });
});

describe('every fault bears the path that the caller wrote', () => {
  const withTarget = (one: unknown) => ({ ...list, scan_input: [one] });
  test.each<[string, unknown, string[]]>([
    ['no object', [], ['']],
    ['null', null, ['']],
    ['nothing', {}, ['email', 'scan_input']],
    ['unknown field', { ...list, mail: 'x' }, ['mail']],
    ['beside body', { body: list, extra: 1 }, ['extra']],
    ['body no object', { body: 'x' }, ['body']],
    ['unknown field inside body', { body: { ...list, mail: 'x' } }, ['body.mail']],
    ['both forms', { ...list, access_type: 'credentials' }, ['access_type']],
    ['requestId with a slash', { ...list, requestId: 'a/b' }, ['requestId']],
    ['requestId empty', { ...list, requestId: '' }, ['requestId']],
    ['requestId too long', { ...list, requestId: 'a'.repeat(129) }, ['requestId']],
    ['requestId a number', { ...list, requestId: 1 }, ['requestId']],
    ['requestId null', { ...list, requestId: null }, ['requestId']],
    ['allow_partial as text', { ...list, allow_partial: 'true' }, ['allow_partial']],
    ['no target', { ...list, scan_input: [] }, ['scan_input']],
    ['51 targets', { ...list, scan_input: Array.from({ length: 51 }, () => target) }, ['scan_input']],
    ['targets no list', { ...list, scan_input: target }, ['scan_input']],
    ['target no object', withTarget('x'), ['scan_input[0]']],
    ['no access type', withTarget({ access_input: keys }), ['scan_input[0].access_type']],
    ['other access type', withTarget({ ...target, access_type: 'magic' }), ['scan_input[0].access_type']],
    ['no access input', withTarget({ access_type: 'credentials' }), ['scan_input[0].access_input']],
    [
      'keys without secret',
      withTarget({ ...target, access_input: { access_key: keys.access_key } }),
      ['scan_input[0].access_input.access_secret'],
    ],
    [
      'key too short and secret too short',
      withTarget({ ...target, access_input: { access_key: 'AKIA', access_secret: 'x' } }),
      ['scan_input[0].access_input.access_key', 'scan_input[0].access_input.access_secret'],
    ],
    [
      'key with lower case',
      { ...single, access_input: { ...keys, access_key: 'akiaexampleexample11' } },
      ['access_input.access_key'],
    ],
    [
      'wrapped single',
      { body: { ...single, access_input: { ...keys, access_key: 1 } } },
      ['body.access_input.access_key'],
    ],
    [
      'role with keys',
      withTarget({ access_type: 'cross-account', access_input: { ...role, access_key: 'x' } }),
      ['scan_input[0].access_input.access_key'],
    ],
    ['unknown field of a target', withTarget({ ...target, region: 'eu-west-1' }), ['scan_input[0].region']],
    ['kind is ours', withTarget({ ...target, kind: 'aws-role' }), ['scan_input[0].kind']],
    ['region misspelt', withTarget({ ...target, regions: ['eu-west-1', 'Europe'] }), ['scan_input[0].regions[1]']],
    ['no regions', withTarget({ ...target, regions: [] }), ['scan_input[0].regions']],
    ['region twice', withTarget({ ...target, regions: ['eu-west-1', 'eu-west-1'] }), ['scan_input[0].regions']],
    ['benchmarks as text', withTarget({ ...target, benchmarks: 'cis-aws-1.3.0' }), ['scan_input[0].benchmarks']],
    ['unknown cloud', withTarget({ ...target, cloud: 'moon' }), ['scan_input[0].cloud']],
    [
      'short tenant id',
      withTarget({ access_type: 'credentials', access_input: { ...app, tenant_id: 'x' } }),
      ['scan_input[0].access_input.tenant_id'],
    ],
    ['no address', { ...list, email: 'nobody' }, ['email']],
    ['address with a line break', { ...list, email: 'x@example.com\r\nBcc: evil@example.com' }, ['email']],
    ['address ending in a line break', { ...list, email: 'x@example.com\n' }, ['email']],
    ['second address wrong', { ...list, email: ['a@example.com', 'b@'] }, ['email[1]']],
    ['address a number', { ...list, email: 7 }, ['email']],
    ['eleven addresses', { ...list, email: Array.from({ length: 11 }, (_, n) => `a${n}@example.com`) }, ['email']],
    ['no addresses', { ...list, email: [] }, ['email']],
    [
      'faults of all parts at once',
      { requestId: '?', email: 'x', scan_input: [{ ...target, cloud: 1 }, 'x'] },
      ['email', 'requestId', 'scan_input[0].cloud', 'scan_input[1]'],
    ],
  ])('%s', (_, body, paths) => {
    const { faults } = fold(body);
    expect(faults.map(({ path }) => path).sort()).toEqual(paths);
    for (const { detail } of faults) expect(detail).toMatch(/^[A-Z].+\.$/);
  });

  test('no fault repeats a value', () => {
    const body = withTarget({
      access_type: 'credentials',
      access_input: { access_key: 'CANARY', access_secret: 'CANARY' },
    });
    expect(JSON.stringify(fold(body).faults)).not.toContain('CANARY');
  });

  test('a flood of faults makes a bounded answer', () => {
    const body = withTarget({ ...target, regions: Array.from({ length: 10_000 }, (_, n) => `Bad ${n}`) });
    expect(fold(body).faults.length).toBeLessThanOrEqual(200);
  });
});
