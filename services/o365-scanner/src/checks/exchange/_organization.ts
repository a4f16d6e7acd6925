import {
  notAssessed,
  source,
  target,
  type Fact,
  type Judgement,
  type Options,
  type Source,
  type Widened,
} from '@cis-scan/engine';
import { organizationConfigByCommand } from '../../facts/exchange/organization-config-by-command.ts';
import { organizationConfig } from '../../facts/exchange/organization-config.ts';
import type { Organization } from '../../facts/exchange/organization.ts';

type Config = Fact<Organization>;
/** What the organisation's settings mean; `fact` is the one that they were seen in. */
export type JudgeOrganization<O extends Options> = (
  config: Organization,
  fact: Config,
  options: Widened<O>,
) => readonly Judgement[];

/**
 * The two ways to the organisation's settings, the documented one first. Which of them answered makes no difference to
 * the judgement.
 */
export function byOrganization<O extends Options>(
  judge: JudgeOrganization<O>,
): { readonly documented: Source<{ config: Config }, O>; readonly command: Source<{ config: Config }, O> } {
  const through = (fact: Config) =>
    source<{ config: Config }, O>({
      needs: { config: fact },
      evaluate: ({ config }, options) => judge(config, fact, options),
    });
  return { documented: through(organizationConfig), command: through(organizationConfigByCommand) };
}

/** The answer came, but without this property: another source may know it. */
export const untold = (fact: Fact<unknown>, ...properties: readonly string[]): Judgement =>
  notAssessed(
    { fact: fact.name, cause: 'unsupported', rights: [], detail: `the answer does not carry ${properties.join(', ')}` },
    target,
  );
