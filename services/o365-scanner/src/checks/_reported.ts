import {
  fail,
  manual,
  notAssessed,
  pass,
  saw,
  source,
  suggesting,
  target,
  type Fact,
  type Judgement,
  type Listing,
  type Options,
  type Saw,
  type Source,
  type ValuesOf,
} from '@cis-scan/engine';
import { controlProfiles } from '../facts/secure-score/control-profiles.ts';
import { secureScores } from '../facts/secure-score/scores.ts';
import {
  ageInDays,
  percentOf,
  sameControl,
  setByPerson,
  type ControlProfile,
  type ControlScore,
} from '../semantics/secure-score.ts';

export const needs = { secureScores, controlProfiles };
export type ReportedNeeds = typeof needs;

/** How Secure Score's word is taken for a control whose setting itself is out of sight. */
export interface Ways {
  /** Days after which Microsoft's word is too old to count. */
  readonly maxScoreAgeDays?: number;
  /** What less than 100 per cent means: `manual` (with fail suggested) where it does not prove a bad setting. */
  readonly below?: 'fail' | 'manual';
  /** What it means that Microsoft does not list the control: not licensed, or no longer scored. */
  readonly absent?: 'not-assessed' | 'manual';
  /** What the controls measure instead, where that is near the question but not it: `all forwarding`. */
  readonly approximate?: string;
  /** Whether all the named controls have to be listed, because each answers a part of the question; some by default. */
  readonly listed?: 'some' | 'all';
}

const unknown = (detail: string): Judgement =>
  notAssessed(
    { fact: secureScores.name, cause: 'unsupported', rights: [], detail: `Microsoft Secure Score: ${detail}` },
    target,
  );

const evidence = (fact: Fact<unknown>, control: ControlScore, percent: number | null): Saw =>
  saw(fact, { control: control.name, percent, status: control.status }, control.syncedAt);

/** What Secure Score says about one control that it lists. */
function judgeControl(
  control: ControlScore,
  profile: ControlProfile | undefined,
  now: Date,
  { maxScoreAgeDays = 7, below = 'fail', approximate }: Ways,
): Judgement {
  const { name, syncedAt, status } = control;
  const day = syncedAt.toISOString().slice(0, 10);
  const percent = percentOf(control, profile);
  const found = evidence(secureScores, control, percent);
  const near = approximate === undefined ? '' : ` (approximate evidence: it measures ${approximate})`;
  const said = `Microsoft Secure Score evidence${near}, as of ${day}: ${name}`;
  const byPerson = profile && setByPerson(profile);
  if (byPerson) return manual(target, `${said} was set to "${byPerson}" by a person, so its score says nothing`, found);
  const age = ageInDays(syncedAt, now);
  if (age > maxScoreAgeDays)
    return unknown(`${name} was last looked at ${age} days ago; ${maxScoreAgeDays} are allowed`);
  if (percent === null) return unknown(`${name} has a score but nothing that it could be held against`);
  const stands = `${said} stands at ${Math.round(percent * 100) / 100} %, 100 % is wanted${status === '' ? '' : ` (${status.trim()})`}`;
  if (percent >= 100) return pass(target, stands, found);
  if (below === 'fail') return fail(target, stands, found);
  return suggesting('fail', manual(target, `${stands}; that alone does not prove a bad setting`, found));
}

/** The profile of a control; a list that broke off cannot say that nobody vouched for it. */
const profileOf = (
  profiles: Listing<ControlProfile>,
  name: string,
): { profile?: ControlProfile; unread?: Judgement } => {
  let profile: ControlProfile | undefined;
  const [unread] = profiles.each(
    (some) => {
      if (sameControl(some.id, name)) profile = some;
      return [];
    },
    () => [],
    { about: target },
  );
  return profile ? { profile } : unread ? { unread } : {};
};

/** What Secure Score says about the named controls: all that it lists must stand at 100 per cent. */
export function judgeScores(
  names: readonly string[],
  facts: ValuesOf<ReportedNeeds>,
  now: Date,
  ways: Ways = {},
): readonly Judgement[] {
  const scores = facts.secureScores;
  if (scores === null) return [unknown('there is no score of this tenant yet')];
  const of = (name: string) => scores.controls.filter((control) => sameControl(control.name, name));
  const unlisted = names.filter((name) => of(name).length === 0);
  const reason = `${unlisted.join(', ')} is not among its controls: not licensed, or no longer scored`;
  if (unlisted.length === names.length && ways.absent === 'manual') {
    const list = saw(secureScores, { controls: scores.controls.length }, scores.at);
    return [manual(target, `Microsoft Secure Score: ${reason}; a person decides`, list)];
  }
  const judged = names.flatMap(of).map((control) => {
    const { profile, unread } = profileOf(facts.controlProfiles, control.name);
    return unread ?? judgeControl(control, profile, now, ways);
  });
  const enough = unlisted.length === 0 || (ways.listed !== 'all' && judged.length > 0);
  return enough ? judged : [...judged, unknown(reason)];
}

/**
 * The source that asks Microsoft Secure Score. Never over a direct reading: it belongs last in `otherwise`, or first
 * where nothing else can tell. Basis `reported`.
 */
export function reported(controls: string | readonly string[], ways: Ways = {}): Source<ReportedNeeds, Options> {
  const names = [controls].flat();
  return source({ needs, evaluate: (facts, _options, { now }) => judgeScores(names, facts, now, ways) });
}
