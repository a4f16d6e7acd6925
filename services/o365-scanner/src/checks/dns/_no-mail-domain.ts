import { notApplicable, saw, target, type Judgement } from '@cis-scan/engine';
import { domains } from '../../facts/graph/domains.ts';

/** Nothing to judge: no domain of the tenant's own is used for mail. */
export const noMailDomain = (): Judgement =>
  notApplicable(target, 'no verified domain of the tenant is used for mail', saw(domains, { mailDomains: 0 }));
