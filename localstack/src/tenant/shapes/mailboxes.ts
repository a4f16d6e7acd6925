import type { JsonObject } from '../json.ts';

/** A mailbox of a person; `more` says what is unusual about it. */
export const mailbox = (person: JsonObject, more: JsonObject = {}): JsonObject => ({
  Identity: person['displayName'] ?? null,
  Name: person['displayName'] ?? null,
  UserPrincipalName: person['userPrincipalName'] ?? null,
  PrimarySmtpAddress: person['userPrincipalName'] ?? null,
  RecipientTypeDetails: 'UserMailbox',
  ExternalDirectoryObjectId: person['id'] ?? null,
  RoleAssignmentPolicy: 'Default Role Assignment Policy',
  AuditEnabled: true,
  AuditOwner: ['Update', 'MoveToDeletedItems', 'SoftDelete', 'HardDelete'],
  ForwardingSmtpAddress: null,
  ForwardingAddress: null,
  DeliverToMailboxAndForward: false,
  ...more,
});

/** The built-in protection that nobody can edit; it covers whoever no other policy covers. */
export const builtInProtection = (): JsonObject => ({
  Identity: 'Built-In Protection Policy',
  Name: 'Built-In Protection Policy',
  IsBuiltInProtection: true,
  IsDefault: false,
});

/** Who a protection policy covers, and whether the rule is on. */
export const rule = (
  policyProperty: string,
  policy: string,
  domains: readonly string[] | string,
  more: JsonObject = {},
): JsonObject => ({
  Identity: policy,
  Name: policy,
  State: 'Enabled',
  Priority: 0,
  [policyProperty]: policy,
  RecipientDomainIs: domains,
  SentTo: null,
  SentToMemberOf: null,
  ExceptIfRecipientDomainIs: null,
  ExceptIfSentTo: null,
  ExceptIfSentToMemberOf: null,
  ...more,
});

/** A mail flow rule; what it does not use is null. */
export const transportRule = (Name: string, more: JsonObject): JsonObject => ({
  Name,
  Identity: Name,
  State: 'Enabled',
  Mode: 'Enforce',
  Priority: 0,
  SetSCL: null,
  SenderDomainIs: null,
  SenderIPRanges: null,
  RedirectMessageTo: null,
  BlindCopyTo: null,
  CopyTo: null,
  AddToRecipients: null,
  FromScope: null,
  SentToScope: null,
  MessageTypeMatches: null,
  RejectMessageReasonText: null,
  RejectMessageEnhancedStatusCode: null,
  DeleteMessage: false,
  ...more,
});

export const acceptedDomain = (DomainName: string, isDefault: boolean, initial: boolean): JsonObject => ({
  Identity: DomainName,
  Name: DomainName,
  DomainName,
  DomainType: 'Authoritative',
  Default: isDefault,
  InitialDomain: initial,
});

/** Which protocols take a plain password. */
export const authenticationPolicy = (Name: string, allowed: boolean): JsonObject => ({
  Name,
  Identity: Name,
  ...Object.fromEntries(
    [
      'ActiveSync',
      'Autodiscover',
      'Imap',
      'Mapi',
      'OfflineAddressBook',
      'OutlookService',
      'Pop',
      'Powershell',
      'ReportingWebServices',
      'Rest',
      'Rpc',
      'Smtp',
      'WebServices',
    ].map((protocol) => [`AllowBasicAuth${protocol}`, allowed]),
  ),
});

/** An entry of the unified audit log; the detail is JSON in a text. */
export const unifiedAudit = (
  at: number,
  CreationDate: string,
  Operations: string,
  UserIds: string,
  detail: JsonObject,
): JsonObject => ({
  Identity: `b5c6d7e8-0000-4000-8000-00000000010${at}`,
  RecordType: 'ExchangeItem',
  CreationDate,
  UserIds,
  Operations,
  AuditData: JSON.stringify({ CreationTime: CreationDate, Operation: Operations, UserId: UserIds, ...detail }),
  ResultIndex: at,
  ResultCount: 2,
});
