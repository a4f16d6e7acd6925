import { manual, notAssessed, saw, source, target, type Options, type Source } from '@cis-scan/engine';
import { controlProfiles } from '../facts/secure-score/control-profiles.ts';
import { judgeScores, needs, type ReportedNeeds } from './_reported.ts';

/**
 * The source that asks Microsoft Secure Score about a control whose name Microsoft does not publish: it is found by a
 * fragment of its title. Where no title fits, a person decides.
 */
export function titled(fragment: string): Source<ReportedNeeds, Options> {
  const wanted = fragment.toLowerCase();
  return source({
    needs,
    evaluate(facts, _options, { now }) {
      const names: string[] = [];
      let titles = 0;
      const unread = facts.controlProfiles.each(
        ({ id, title }) => {
          titles++;
          if (title.toLowerCase().includes(wanted)) names.push(id);
          return [];
        },
        () => [],
        { unread: (gap) => notAssessed(gap, target) },
      );
      if (names.length > 0) return judgeScores(names.sort(), facts, now);
      if (unread.length > 0) return unread;
      const reason = `no control of Microsoft Secure Score has "${fragment}" in its title, so a person decides`;
      return [manual(target, reason, saw(controlProfiles, { controls: titles }))];
    },
  });
}
