import { type Gap, saw, type Saw } from '@cis-scan/engine';
import { recorderStatus, type RecorderStatus } from '../../facts/config/recorder-status.ts';
import { recorders } from '../../facts/config/recorders.ts';
import type { RecordingRegion } from '../../facts/config/recording-regions.ts';

const statusFault = (status: RecorderStatus | null): string | null => {
  if (status === null) return 'has no status';
  if (!status.recording) return 'is stopped';
  if (status.lastStatus === 'SUCCESS') return null;
  if (status.lastStatus === null) return 'has not delivered anything yet';
  if (status.lastStatus === 'PENDING') return 'has its first delivery still before it (status PENDING)';
  return `could not deliver (status ${status.lastStatus}${status.lastError ? `, ${status.lastError}` : ''})`;
};

/** How the recording of a region stands: a good recorder, what is wrong, or the gap that leaves it open. */
export type Standing =
  { readonly good: RecordingRegion['recorders'][number] } | { readonly fault: string } | { readonly gap: Gap };

/** One good recorder is enough: all types, recording, last delivery successful. */
export function standing({ region, recorders: own, unread }: RecordingRegion): Standing {
  const all = own.filter((r) => r.allTypes);
  const [first] = own;
  if (!first) return { fault: `${region} has no recorder of AWS Config` };
  if (all.length === 0) {
    const chosen = first.strategy ? ` (${first.strategy})` : '';
    return { fault: `recorder ${first.name} in ${region} does not record all types of resources${chosen}` };
  }
  if (unread) return { gap: unread };
  const good = all.find((r) => statusFault(r.status) === null);
  if (good) return { good };
  return { fault: `recorder ${all[0]?.name} in ${region} ${statusFault(all[0]?.status ?? null)}` };
}

/** What was seen of a region's recorders, as far as it was read. */
export function seenOf({ recorders: own, unread }: RecordingRegion): readonly Saw[] {
  const settings = own.map(({ name, allTypes, globalTypes, strategy }) => ({ name, allTypes, globalTypes, strategy }));
  const seen = saw(recorders, { recorders: settings });
  if (own.length === 0 || unread) return [seen];
  return [seen, saw(recorderStatus, { statuses: own.flatMap((r) => r.status ?? []) })];
}

/** The recorders of many regions, in short. */
export const seenIn = (regions: readonly RecordingRegion[]): Saw =>
  saw(recorders, {
    recorders: regions.flatMap(({ region, recorders: own }) =>
      own.map(({ name, allTypes, globalTypes }) => ({ region, name, allTypes, globalTypes })),
    ),
  });
