import { notApplicable, target, type Judgement } from '@cis-scan/engine';
import { reported, type Report } from './_credentials.ts';

/** An account without IAM users has nothing that these controls could ask about. */
export const noUser = (report: Report) => (): Judgement =>
  notApplicable(target, 'there is no IAM user in the account', reported(report, { users: 0 }));
