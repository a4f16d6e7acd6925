import type { Answer } from '../answer.ts';

/** Settings of the whole organisation in Exchange Online. */
export interface Organization {
  readonly modernAuthentication: boolean | null;
  readonly customerLockbox: boolean | null;
  readonly auditDisabled: boolean | null;
  readonly mailTips: boolean | null;
  readonly mailTipsExternal: boolean | null;
  readonly mailTipsGroups: boolean | null;
  readonly mailTipsLargeAudience: number | null;
  /** Name of the authentication policy for everybody who has none of their own; null: there is none. */
  readonly defaultAuthenticationPolicy: string | null;
}

const flag = (item: Answer, name: string): boolean | null => item.at(name).or(null, (value) => value.flag());

/**
 * The element of `Get-OrganizationConfig`, by either way to it. Both are not known to carry all properties in every
 * cloud: one that is missing is null, and leaves only the checks about it to their next source.
 */
export const organizationOf = (item: Answer): Organization => ({
  modernAuthentication: flag(item, 'OAuth2ClientProfileEnabled'),
  customerLockbox: flag(item, 'CustomerLockboxEnabled'),
  auditDisabled: flag(item, 'AuditDisabled'),
  mailTips: flag(item, 'MailTipsAllTipsEnabled'),
  mailTipsExternal: flag(item, 'MailTipsExternalRecipientsTipsEnabled'),
  mailTipsGroups: flag(item, 'MailTipsGroupMetricsEnabled'),
  mailTipsLargeAudience: item.at('MailTipsLargeAudienceThreshold').or(null, (count) => count.number()),
  defaultAuthenticationPolicy: item.at('DefaultAuthenticationPolicy').or(null, (name) => name.text() || null),
});
