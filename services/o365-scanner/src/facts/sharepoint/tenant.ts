import type { Answer } from '../answer.ts';
import { sharepoint } from '../define-rest.ts';

/** The verbose form wraps the answer in `d`. */
const unwrapped = (answer: Answer): Answer => (answer.at('d').absent() ? answer : answer.at('d'));

/**
 * SharePoint's own settings of the tenant. They only open to a permission that could write, which nobody is asked to
 * grant: read where it was granted anyway.
 */
export const sharepointTenant = sharepoint({
  name: 'sharepoint/tenant',
  get: '/_api/SPO.Tenant',
  read: (answer) => ({
    /** Whether SharePoint and OneDrive understand files that carry a sensitivity label. */
    labelsInFiles: unwrapped(answer).at('EnableAIPIntegration').flag(),
  }),
});
