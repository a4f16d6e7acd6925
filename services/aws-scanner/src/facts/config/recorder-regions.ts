import { derive } from '@cis-scan/engine';
import { recorders } from './recorders.ts';

/** Regions that have a recorder: only there its status is asked for. */
export const recorderRegions = derive({
  name: 'config/recorder-regions',
  needs: { recorders },
  from: (facts): readonly string[] =>
    facts.recorders
      .known()
      .filter((region) => region.recorders.length > 0)
      .map((region) => region.region),
});
