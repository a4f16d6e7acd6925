/** Actions of a rule that send mail to further or other recipients, by their names. */
export const FORWARDING = ['RedirectMessageTo', 'BlindCopyTo', 'CopyTo', 'AddToRecipients'] as const;
export type Forwarding = (typeof FORWARDING)[number];

/** A mail flow rule in the words of its conditions and actions. */
export interface TransportRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** False where it is only tested. */
  readonly enforced: boolean;
  /** Between which moments it acts, ISO 8601; null: no limit. */
  readonly from: string | null;
  readonly until: string | null;
  readonly recipients: Readonly<Record<Forwarding, readonly string[]>>;
  /** The spam confidence level that it sets; -1 keeps every filter away. Null: it sets none. */
  readonly spamConfidence: number | null;
  readonly senderDomains: readonly string[];
  readonly senderAddresses: readonly string[];
  readonly fromScope: string | null;
  readonly sentToScope: string | null;
  readonly messageType: string | null;
  readonly rejects: boolean;
  readonly deletes: boolean;
  /** Kinds of its conditions and exceptions (`FromScopePredicate`); empty also where the answer does not tell them. */
  readonly conditions: readonly string[];
  readonly exceptions: readonly string[];
}

/** Why a rule does nothing; empty: it acts. */
export function idleBecause({ enabled, enforced, from, until }: TransportRule, now: Date): readonly string[] {
  return [
    ...(enabled ? [] : ['it is disabled']),
    ...(enforced ? [] : ['it is only tested']),
    ...(from !== null && new Date(from) > now ? ['its time has not come'] : []),
    ...(until !== null && new Date(until) <= now ? ['it has expired'] : []),
  ];
}

/** Conditions by which a rule against automatic forwarding is told; any other one narrows it. */
const OF_FORWARDING = ['FromScopePredicate', 'SentToScopePredicate', 'MessageTypeMatchesPredicate'];

const says = (value: string | null, wanted: string): boolean => value?.toLowerCase() === wanted.toLowerCase();

/** Why a rule does not stop mail that clients forward out of the organisation; empty: it does, once it acts. */
export function forwardingBlockLacks(rule: TransportRule): readonly string[] {
  const narrowing = rule.conditions.filter((kind) => !OF_FORWARDING.includes(kind));
  return [
    ...(says(rule.messageType, 'AutoForward') ? [] : ['it is not about automatically forwarded mail']),
    ...(says(rule.fromScope, 'InOrganization') ? [] : ['it is not about senders inside the organisation']),
    ...(says(rule.sentToScope, 'NotInOrganization') ? [] : ['it is not about recipients outside the organisation']),
    ...(rule.rejects || rule.deletes ? [] : ['it neither rejects nor deletes']),
    ...(narrowing.length > 0 ? [`it is narrowed by ${[...narrowing].sort().join(', ')}`] : []),
    ...(rule.exceptions.length > 0 ? [`it makes exceptions by ${[...rule.exceptions].sort().join(', ')}`] : []),
  ];
}
