import { describe, expect, test } from '@jest/globals';
import { Faults, type Fault, type Seen } from './faults.ts';

const SEEN: Seen = { surface: 'graph', tenantId: 't1', call: 'GET /v1.0/domains', permissions: ['Domain.Read.All'] };

async function struckOf(fault: Fault, requests: number, seen = SEEN): Promise<boolean[]> {
  const faults = new Faults();
  faults.set([fault]);
  const struck: boolean[] = [];
  for (let i = 0; i < requests; i++) struck.push((await faults.strike(seen)) !== null);
  return struck;
}

describe('faults', () => {
  test.each<readonly [string, Fault['match'], boolean]>([
    ['its surface', { surface: 'graph' }, true],
    ['another surface', { surface: 'dns' }, false],
    ['its tenant', { tenant: 't1' }, true],
    ['another tenant', { tenant: 't2' }, false],
    ['its permission', { permission: 'Domain.Read.All' }, true],
    ['another permission', { permission: 'Policy.Read.All' }, false],
    ['its call', { call: 'GET /v1.0/domains' }, true],
    ['the beginning of its call', { call: 'GET /v1.0/*' }, true],
    ['part of its call without a star', { call: 'GET /v1.0/' }, false],
  ])('fits %s', async (_, match, expected) => {
    expect(await struckOf({ ...(match ? { match } : {}), effect: 'internal' }, 1)).toEqual([expected]);
  });

  test.each<readonly [string, Partial<Fault>, readonly number[]]>([
    ['all', {}, [1, 2, 3, 4, 5, 6]],
    ['one in three', { every: 3 }, [3, 6]],
    ['after two', { after: 2 }, [3, 4, 5, 6]],
    ['two times', { times: 2 }, [1, 2]],
    ['one in two, after one, once', { every: 2, after: 1, times: 1 }, [3]],
  ])('strikes %s', async (_, spec, expected) => {
    const struck = await struckOf({ effect: 'throttled', ...spec }, 6);
    expect(struck.flatMap((hit, i) => (hit ? [i + 1] : []))).toEqual(expected);
  });

  test('the first effect wins; without an effect the request is answered as usual', async () => {
    const faults = new Faults();
    faults.set([{ latencyMs: 1 }, { effect: 'html' }, { effect: 'denied' }]);
    expect(await faults.strike(SEEN)).toEqual({ effect: 'html', retryAfterS: 1 });
    faults.set([{ effect: 'throttled', retryAfterS: null }]);
    expect(await faults.strike(SEEN)).toEqual({ effect: 'throttled', retryAfterS: null });
    faults.set([]);
    expect(await faults.strike(SEEN)).toBeNull();
  });
});
