import type { RightsCheck } from '@cis-scan/access/aws';
import type { Warning } from '@cis-scan/contracts';

const list = (rights: readonly string[]): string =>
  rights.length > 5 ? `${rights.slice(0, 5).join(', ')} and ${rights.length - 5} more` : rights.join(', ');

/** What is said about rights that were checked before a scan; nothing where all are there. */
export function rightsWarnings(base: RightsCheck, optional: RightsCheck): readonly Warning[] {
  const unverified = [...base.unverified, ...optional.unverified].sort();
  const warnings: Warning[] = [];
  const warn = (code: string, missing: readonly string[], detail: string): void => {
    if (missing.length > 0) warnings.push({ code, detail, missing: [...missing] });
  };
  warn('rights-missing', base.denied, `Missing rights leave controls not assessed: ${list(base.denied)}.`);
  warn(
    'optional-rights-missing',
    optional.denied,
    `Missing optional rights leave evidence out: ${list(optional.denied)}.`,
  );
  warn(
    'rights-unverified',
    unverified,
    'Policy simulation could not tell which rights are held; what cannot be read will be not assessed and named.',
  );
  return warnings;
}
