import {
  manual,
  notAssessed,
  saw,
  source,
  target,
  type Judgement,
  type Listing,
  type Options,
  type Source,
} from '@cis-scan/engine';
import { controlProfiles } from '../facts/secure-score/control-profiles.ts';
import type { ControlProfile } from '../semantics/secure-score.ts';
import { judgeScores, needs, type ReportedNeeds } from './_reported.ts';

/** Names of the controls whose title holds a fragment, and what could not be read of the list. */
export function namesTitled(
  profiles: Listing<ControlProfile>,
  fragment: string,
): { readonly names: readonly string[]; readonly titles: number; readonly unread: readonly Judgement[] } {
  const wanted = fragment.toLowerCase();
  const names: string[] = [];
  let titles = 0;
  const unread = profiles.each(
    ({ id, title }) => {
      titles++;
      if (title.toLowerCase().includes(wanted)) names.push(id);
      return [];
    },
    () => [],
    { unread: (gap) => notAssessed(gap, target) },
  );
  return { names: names.sort(), titles, unread };
}

/**
 * The source that asks Microsoft Secure Score about a control whose name Microsoft does not publish: it is found by a
 * fragment of its title. Where no title fits, a person decides.
 */
export function titled(fragment: string): Source<ReportedNeeds, Options> {
  return source({
    needs,
    evaluate(facts, _options, { now }) {
      const { names, titles, unread } = namesTitled(facts.controlProfiles, fragment);
      if (names.length > 0) return judgeScores(names, facts, now);
      if (unread.length > 0) return unread;
      const reason = `no control of Microsoft Secure Score has "${fragment}" in its title, so a person decides`;
      return [manual(target, reason, saw(controlProfiles, { controls: titles }))];
    },
  });
}
