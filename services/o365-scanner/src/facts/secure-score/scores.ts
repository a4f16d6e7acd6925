import type { ControlScore } from '../../semantics/secure-score.ts';
import { graph } from '../define.ts';

/**
 * Microsoft's newest daily verdict on the tenant, control by control; `null` before Microsoft's first one. Days come
 * newest first and each is complete: the next link leads to the day before and is not followed.
 */
export const secureScores = graph({
  name: 'secure-score/scores',
  get: '/v1.0/security/secureScores?$top=1',
  permissions: ['SecurityEvents.Read.All'],
  basis: 'reported',
  read: (answer): { readonly at: Date; readonly controls: readonly ControlScore[] } | null => {
    const days = answer
      .at('value')
      .items()
      .map((day) => ({ at: day.at('createdDateTime').date(), day }));
    const newest = days.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
    if (newest === undefined) return null;
    return {
      at: newest.at,
      controls: newest.day
        .at('controlScores')
        .items()
        .map((control) => ({
          name: control.at('controlName').text(),
          score: control.at('score').number(),
          /** 0 to 100; not in every answer: then the score stands against the profile's largest one. */
          percent: control.at('scoreInPercentage').or(null, (percent) => percent.number()),
          status: control.at('implementationStatus').or('', (status) => status.text()),
          /** When Microsoft last looked; not in every answer: then the day itself counts. */
          syncedAt: control.at('lastSynced').or(newest.at, (at) => at.date()),
        })),
    };
  },
});
