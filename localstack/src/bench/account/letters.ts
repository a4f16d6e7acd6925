import { ALARMS } from '../../seed/tidy/alarms.ts';
import { ATTACHED } from './answers/iam.ts';
import { logGroupRegions, REGIONS, type BenchAccount, type Numbered } from './model.ts';

/** The letters of the formula for the least number of calls. */
export interface Letters {
  /** Buckets, where the account's own block on public access is not fully on. */
  readonly B: number;
  /** Trails, and the buckets they deliver to. */
  readonly T: number;
  readonly D: number;
  /** Keys, and those whose rotation has to be asked for. */
  readonly K: number;
  readonly Kc: number;
  /** Regions, and those with a recorder of AWS Config. */
  readonly R: number;
  readonly Rc: number;
  /** Policies of AWS's own in use. */
  readonly M: number;
  /** Log groups of multi-region trails, filters in each, their regions, alarms in each, topics. */
  readonly L: number;
  readonly F: number;
  readonly Q: number;
  readonly A: number;
  readonly N: number;
  /** Pages of users, roles and policies; of virtual MFA devices; further polls of the credential report. */
  readonly a: number;
  readonly v: number;
  readonly g: number;
  /** Further pages of what a region lists: more than a thousand of one kind. */
  readonly pages: number;
}

const pages = (items: number, most: number): number => Math.max(1, Math.ceil(items / most));

/** Pages beyond the first, of lists of up to a thousand a page. */
function furtherPages(lists: readonly (readonly Numbered[])[]): number {
  let further = 0;
  for (const list of lists) {
    for (const region of REGIONS) further += pages(list.filter((one) => one.region === region).length, 1000) - 1;
  }
  return further;
}

export function lettersOf(account: BenchAccount): Letters {
  const { buckets, trails, keys, vpcs, flowLogs, networkAcls, securityGroups, instances } = account;
  const groups = trails.filter((trail) => trail.logGroup !== null);
  return {
    B: buckets.length,
    T: trails.length,
    D: new Set(trails.map((trail) => trail.bucket)).size,
    K: keys.length,
    Kc: keys.filter((key) => !key.ofAws).length,
    R: REGIONS.length,
    Rc: account.recorderRegions.length,
    M: ATTACHED.length,
    L: groups.length,
    F: ALARMS.length,
    Q: logGroupRegions(account).length,
    A: account.alarms,
    N: logGroupRegions(account).length,
    a: pages(account.users + account.roles + account.policies, 1000),
    v: 1,
    g: 0,
    pages: furtherPages([keys, vpcs, flowLogs, networkAcls, securityGroups, instances]),
  };
}

/** The least calls for the automated controls, and with the evidence of the manual ones. */
export function leastCalls(x: Letters): { readonly automated: number; readonly all: number } {
  const account = 10 + x.g + x.v + x.a + x.M;
  const regional = 8 * x.R + x.Rc + x.pages;
  const monitoring = x.L * pages(x.F, 50) + x.Q * pages(x.A, 100) + x.N;
  const automated = account + regional + x.B + 2 * x.T + 3 * x.D + monitoring + x.K + x.Kc;
  return { automated, all: automated + 3 * x.R + 2 * x.B + 6 };
}
