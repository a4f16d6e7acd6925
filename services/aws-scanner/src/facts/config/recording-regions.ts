import { derive, Listing, type Gap } from '@cis-scan/engine';
import { recorderStatus, type RecorderStatus } from './recorder-status.ts';
import { recorders, type Recorder } from './recorders.ts';

/** A region with its recorders and what each does at the moment. */
export interface RecordingRegion {
  readonly region: string;
  /** `status` is `null` where the answer does not speak of the recorder, or is unread. */
  readonly recorders: readonly (Recorder & { readonly status: RecorderStatus | null })[];
  /** Why the status of this region's recorders is unread. */
  readonly unread: Gap | null;
}

/**
 * Regions with their recorders and what these do at the moment. Where a region's status is unread, the gap stands with
 * the region, and what its recorders are set to stays known.
 */
export const recordingRegions = derive({
  name: 'config/recording-regions',
  needs: { recorders, recorderStatus },
  from: (facts): Listing<RecordingRegion> => {
    const status = facts.recorderStatus.parts();
    const { items, gaps, absent } = facts.recorders.parts();
    const withStatus = items.map(({ region, recorders: own }) => {
      const statuses = status.items.find((s) => s.region === region)?.statuses ?? [];
      return {
        region,
        recorders: own.map((r) => ({ ...r, status: statuses.find((s) => s.name === r.name) ?? null })),
        unread: status.gaps.find((gap: Gap) => gap.region === region) ?? null,
      };
    });
    return new Listing(withStatus, gaps, absent);
  },
});
