import type { ScanOutcome } from '../report/index.ts';
import type { World } from './world.ts';

type Told = ScanOutcome['targets'][number];

const isFailed = (told: Told): told is Extract<Told, { error: unknown }> => 'error' in told;

/** How a stored report contradicts the table; `null` where it does not. */
function falseReport(world: World): string | null {
  const { request, state, targets, attempts } = world;
  if (!request || !state?.report) return null;
  const text = world.files[state.report.json.key];
  if (text === undefined) return 'the report is noted and not stored';
  const told = (JSON.parse(text) as ScanOutcome).targets;
  for (const { targetId } of request.targets) {
    const about = told[targetId];
    const outcome = targets[targetId]?.outcome;
    if (!about || !outcome) return 'a report without an outcome for every target';
    if (isFailed(about) !== (outcome.kind === 'failed')) return 'the report and a target tell different things';
    if (isFailed(about) || outcome.kind === 'failed') continue;
    const found = about.findings.map(({ question }) => question);
    const want = attempts[`${targetId}/${outcome.attemptId}`]?.want ?? -1;
    const whole = Array.from({ length: want }, (_, n) => `${outcome.attemptId}/${n}`);
    if (JSON.stringify(found) !== JSON.stringify(whole)) return 'a report that is not whole';
  }
  const should = Object.values(targets).some(({ outcome }) => outcome.kind === 'completed') ? 'completed' : 'failed';
  if (state.report.status !== should) return 'a status that the targets contradict';
  return world.mails.length === request.emails.length ? null : 'a report without its mails';
}

/** What is wrong with a world at any moment, whatever has happened; `null` if nothing. */
export function violation(world: World, deleted: boolean): string | null {
  if (!deleted) return falseReport(world);
  const back = world.state !== null || Object.keys(world.targets).length > 0 || world.mails.length > 0;
  return back ? 'a deleted scan came back' : null;
}

/** What is wrong with a world in which every message has been handled and nobody works; `null` if nothing. */
export function unfinished(world: World, deleted: boolean): string | null {
  if (deleted) return null;
  if (!world.state?.report) return 'every message handled, no report';
  // The sweeper finds it as long as it is due.
  return world.announced || world.state.due !== null ? null : 'a report that nobody announces';
}
