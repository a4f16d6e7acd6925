import type { Basis, Cause, FailedTarget, TargetDocument, Verdict } from '@cis-scan/contracts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  fail: 'Fail',
  'not-assessed': 'Not assessed',
  manual: 'Manual',
  pass: 'Pass',
  'not-applicable': 'Not applicable',
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  direct: 'read from the setting itself',
  dns: 'read from public DNS',
  reported: 'as Microsoft Secure Score reports it',
};

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  denied: 'access was refused',
  throttled: 'the provider kept throttling',
  unsupported: 'the provider does not offer it here',
  'timed-out': 'no answer in time',
  expired: 'the credentials expired during the scan',
  failed: 'reading it failed',
};

/** That this product is not CIS's own; stands in every rendering for people. */
export const DISCLAIMER =
  'This product is not certified or endorsed by the Center for Internet Security. Control numbers refer to its ' +
  'benchmarks; titles, reasons and fixes are our own words.';

/** A ratio 0..1 in percent, one decimal, rounded down: 99.96 % is not yet 100 %. `null` is a dash. */
export function percent(ratio: number | null): string {
  if (ratio === null) return '–';
  return `${Math.floor(ratio * 1000 + 1e-6) / 10} %`;
}

/** An instant to the minute, in UTC; what is not an instant is shown as it came. */
export function moment(instant: string | null): string {
  return instant === null ? 'unknown' : utc(instant, 'YYYY-MM-DD hh:mm'.length);
}

/** An instant to the second, in UTC: when evidence was read. */
export function exactMoment(instant: string): string {
  return utc(instant, 'YYYY-MM-DD hh:mm:ss'.length);
}

function utc(instant: string, length: number): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  return `${time.toISOString().slice(0, length).replace('T', ' ')} UTC`;
}

/** 1 control, 2 controls, 1,204 controls. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
}

/** 'AWS account 111122223333' or 'Microsoft 365 tenant …'. */
export function targetName({ target }: TargetDocument | FailedTarget): string {
  return `${target.provider === 'aws' ? 'AWS account' : 'Microsoft 365 tenant'} ${target.account}`;
}

/** For which part of the target the verdicts hold. */
export function scope({ target }: TargetDocument | FailedTarget): string {
  if (target.regions !== null) return `only ${target.regions.join(', ')}`;
  return target.provider === 'aws' ? 'all enabled regions' : 'the whole tenant';
}
