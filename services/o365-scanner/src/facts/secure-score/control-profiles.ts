import type { ControlProfile } from '../../semantics/secure-score.ts';
import { graphList } from '../define.ts';

/** What Secure Score's controls are: titles, largest scores, and what a person set them to. */
export const controlProfiles = graphList({
  name: 'secure-score/control-profiles',
  get: '/v1.0/security/secureScoreControlProfiles',
  permissions: ['SecurityEvents.Read.All'],
  basis: 'reported',
  read: (item): ControlProfile => ({
    /** The control's name in the scores; letter case differs at times. */
    id: item.at('id').text(),
    title: item.at('title').or('', (title) => title.text()),
    maxScore: item.at('maxScore').number(),
    /** What a person said of it, oldest first: `Default`, `Ignored`, `ThirdParty`, `Reviewed`. None: nobody said anything. */
    states: item.at('controlStateUpdates').or([], (updates) =>
      updates.items().map((update) => ({
        state: update.at('state').or('Default', (state) => state.text()),
        at: update.at('updatedDateTime').or(null, (at) => at.date().toISOString()),
      })),
    ),
  }),
});
