import { check } from '@cis-scan/engine';
import { needs, objectEventsRecorded, options } from './_object-events-recorded.ts';

export default check({
  title: 'CloudTrail records who changes objects in S3',
  why: 'Who changed or deleted an object, and from where, is known only if it was recorded at the time.',
  fix: 'In CloudTrail, edit a trail of all regions and add data events: S3, all current and future buckets, write events; then see that the trail is logging.',
  needs,
  options,
  evaluate: objectEventsRecorded('write'),
});
