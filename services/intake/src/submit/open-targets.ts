import { AccessRefused, AccessUnavailable, defaultBenchmark } from '@cis-scan/access';

import type { Warning } from '@cis-scan/contracts';
import type { RequestedTarget } from '@cis-scan/scan-table';
import type { Caller } from '../api-keys/caller.ts';
import { concurrently } from '../concurrently.ts';
import { HttpProblem, invalid, unavailable } from '../http/problem.ts';
import { providerOf, titleOf, type Opened, type ProviderDoor, type Providers } from '../providers/provider.ts';
import { duplicates } from '../request/duplicates.ts';
import { member, type Fault } from '../request/fault.ts';
import type { ScanRequest } from '../request/fold.ts';

/** A target whose access is known: what is recorded of it, and what its job needs besides. */
export interface ReadyTarget {
  readonly asked: RequestedTarget;
  readonly door: ProviderDoor;
  readonly opened: Opened;
  readonly warnings: readonly Warning[];
}

/** Targets that are asked about at a time, so that fifty do not make two hundred calls at once. */
const AT_A_TIME = 10;

type Answer = { readonly door: ProviderDoor; readonly opened: Opened } | { readonly refused: Fault };

/** A missing right with what it costs: `Policy.Read.All (16 controls)`. */
function priced(right: string, costs: Opened['costs']): string {
  const controls = costs?.get(right);
  return controls === undefined ? right : `${right} (${controls} ${controls === 1 ? 'control' : 'controls'})`;
}

const told = ({ missing, costs }: Opened): string => missing.map((right) => priced(right, costs)).join(', ');

const lacking = (title: string, opened: Opened): string =>
  `${title}: these rights are missing: ${told(opened)}. Grant them, or send allow_partial to scan without.`;

/** Opens one target. A refusal is an answer, an outage is not. */
async function openOne(
  request: ScanRequest,
  index: number,
  context: { caller: Caller; scanId: string; providers: Providers },
): Promise<Answer> {
  const placed = request.targets[index];
  const door = placed && context.providers[providerOf(placed.target)];
  if (!placed || !door) throw new TypeError('A target without a provider came past the rules.');
  const { target, path } = placed;
  const refused = (detail: string): Answer => ({ refused: { path: member(path, 'access_input'), detail } });
  const benchmarks = target.benchmarks ?? [defaultBenchmark(door.provider)];
  try {
    const opened = await door.open({ target, caller: context.caller, scanId: context.scanId, benchmarks });
    return opened.missing.length > 0 && !request.allowPartial
      ? refused(lacking(titleOf(door.provider, opened.account), opened))
      : { door, opened };
  } catch (error) {
    if (error instanceof AccessRefused) return refused(error.detail);
    if (error instanceof AccessUnavailable) throw unavailable(error.detail);
    throw error;
  }
}

function warningsOf(title: string, opened: Opened): Warning[] {
  const missing = [...opened.missing].sort();
  if (missing.length === 0) return [...opened.warnings];
  const detail = `${title}: rights are missing, and what they would have shown will be not-assessed: ${told(opened)}.`;
  return [{ code: 'rights-missing', detail, missing }, ...opened.warnings];
}

/**
 * Finds out about every target who its credentials are and which rights they lack.
 * Throws 422 naming all targets that cannot be scanned, 400 when two of them turn out to be one account, 503 when a
 * provider does not answer.
 */
export async function openTargets(
  request: ScanRequest,
  context: { caller: Caller; scanId: string; providers: Providers },
): Promise<ReadyTarget[]> {
  const answers = await concurrently(request.targets, AT_A_TIME, (_, index) => openOne(request, index, context));
  const refused = answers.flatMap((answer) => ('refused' in answer ? [answer.refused] : []));
  if (refused.length > 0) {
    throw new HttpProblem(422, 'Not every target can be scanned: see errors for what to do.', { errors: refused });
  }
  const ready = answers.flatMap((answer, targetId): ReadyTarget[] => {
    const target = request.targets[targetId]?.target;
    if ('refused' in answer || !target) return [];
    const { door, opened } = answer;
    const asked = {
      targetId,
      provider: door.provider,
      account: opened.account,
      cloud: opened.cloud,
      name: opened.name,
      regions: target.regions ?? null,
      benchmarks: target.benchmarks ?? [defaultBenchmark(door.provider)],
    };
    return [{ asked, door, opened, warnings: warningsOf(titleOf(door.provider, opened.account), opened) }];
  });
  const marked = ready.map(({ asked }) => ({
    path: request.targets[asked.targetId]?.path ?? '',
    marks: [`${asked.provider} ${asked.account}`],
  }));
  const twins = duplicates(marked);
  if (twins.length > 0) throw invalid(twins);
  return ready;
}
