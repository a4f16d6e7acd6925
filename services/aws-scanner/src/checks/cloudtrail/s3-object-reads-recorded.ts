import { check } from '@cis-scan/engine';
import { needs, objectEventsRecorded, options } from './_object-events-recorded.ts';

export default check({
  title: 'CloudTrail records who reads objects in S3',
  why: 'Who took data away is known only if reading was recorded at the time.',
  fix: 'In CloudTrail, edit a trail of all regions and add data events: S3, all current and future buckets, read events; then see that the trail is logging.',
  needs,
  options,
  evaluate: objectEventsRecorded('read'),
});
