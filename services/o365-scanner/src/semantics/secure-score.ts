/** What Microsoft says of one of its controls on the newest day. */
export interface ControlScore {
  readonly name: string;
  readonly score: number;
  /** 0 to 100, or null where the answer does not tell. */
  readonly percent: number | null;
  readonly status: string;
  readonly syncedAt: Date;
}
/** What the control is, and what people set it to, oldest first. */
export interface ControlProfile {
  readonly id: string;
  readonly title: string;
  readonly maxScore: number;
  readonly states: readonly { readonly state: string; readonly at: string | null }[];
}

/** Names of controls are compared without letter case: Microsoft writes AdminMFAV2 and AdminMFAv2. */
export const sameControl = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** States in which a person vouches for the control, in the words of the portal. */
const SET_BY_A_PERSON: Readonly<Record<string, string>> = {
  thirdparty: 'resolved through a third party',
  ignored: 'risk accepted',
  reviewed: 'resolved through an alternate mitigation',
};

/** What a person set the control to, in words; null where Microsoft's own measuring stands. The newest entry counts. */
export function setByPerson({ states }: Pick<ControlProfile, 'states'>): string | null {
  const newest = [...states].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)).at(-1);
  return newest === undefined ? null : (SET_BY_A_PERSON[newest.state.toLowerCase()] ?? null);
}

/** Per cent of the control's largest score, 0 to 100; null where neither the answer nor a profile tells it. */
export function percentOf(control: ControlScore, profile: ControlProfile | undefined): number | null {
  if (control.percent !== null) return control.percent;
  if (profile === undefined || profile.maxScore <= 0) return null;
  return Math.min(100, (control.score / profile.maxScore) * 100);
}

const DAY_MS = 86_400_000;
/** Whole days since Microsoft last looked. */
export const ageInDays = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / DAY_MS);
