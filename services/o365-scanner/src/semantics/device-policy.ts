/** What a policy of Intune says about a device, in our words; `null`: nothing. */
export interface DeviceSettings {
  readonly passwordRequired: boolean | null;
  /** As Microsoft spells it, without "atLeast": `deviceDefault`, `numeric`, `numericComplex`, `alphanumeric` … */
  readonly passwordType: string | null;
  readonly simpleBlocked: boolean | null;
  readonly minLength: number | null;
  readonly expirationDays: number | null;
  /** Passwords of before that may not be taken again. */
  readonly remembered: number | null;
  /** Minutes without use after which the device locks. */
  readonly inactivityMinutes: number | null;
  /** Wrong passwords in a row after which the device is wiped. */
  readonly failuresBeforeWipe: number | null;
  readonly encryptionRequired: boolean | null;
  /** Of compliance policies: jailbroken and rooted devices do not comply. */
  readonly jailbrokenBlocked: boolean | null;
  readonly mailProfileRequired: boolean | null;
  /** Protections of Windows, by Microsoft's name for them. One that was not told is not among them. */
  readonly protections: Readonly<Record<string, boolean>>;
}

/** A policy of Intune, of whichever kind. */
export interface DevicePolicy {
  readonly id: string;
  readonly name: string;
  readonly kind: 'configuration' | 'compliance' | 'catalogue';
  /** Microsoft's type without its namespace: `iosCompliancePolicy`; `settings catalogue`. */
  readonly type: string;
  /** `ios`, `android`, `windows`, `macos`; others by their own name, in small letters. */
  readonly platforms: readonly string[];
  /** Given to somebody: an assignment that only leaves people out gives it to nobody. */
  readonly assigned: boolean;
  /** Of a kind that says how passwords must be, at all. */
  readonly aboutPasswords: boolean;
  readonly settings: DeviceSettings;
  /** Settings about passwords, locks or encryption whose names are not known here: a person has to look. */
  readonly untranslated: readonly string[];
}

/** A policy that says nothing. */
export const SILENT: DeviceSettings = {
  passwordRequired: null,
  passwordType: null,
  simpleBlocked: null,
  minLength: null,
  expirationDays: null,
  remembered: null,
  inactivityMinutes: null,
  failuresBeforeWipe: null,
  encryptionRequired: null,
  jailbrokenBlocked: null,
  mailProfileRequired: null,
  protections: {},
};

/** What a compliance policy for Windows can demand and is a matter of yes or no. */
export const PROTECTIONS = [
  'activeFirewallRequired',
  'antiSpywareRequired',
  'antivirusRequired',
  'bitLockerEnabled',
  'codeIntegrityEnabled',
  'defenderEnabled',
  'earlyLaunchAntiMalwareDriverEnabled',
  'requireHealthyDeviceReport',
  'rtpEnabled',
  'secureBootEnabled',
  'signatureOutOfDate',
  'storageRequireEncryption',
  'tpmRequired',
] as const;

/** Types that Android takes for "anything goes": a pattern, a fingerprint or digits alone satisfy them. */
const ANYTHING = new Set(['deviceDefault', 'any', 'required', 'lowSecurityBiometric']);

/** True where a type rules out what is on the list and is not itself one that takes anything. */
export const rulesOut = (type: string | null, list: readonly string[]): boolean =>
  type !== null && !ANYTHING.has(type) && !list.includes(type);

/** True where a type of password on Android means that there must be one. */
export const meansPassword = (type: string | null): boolean =>
  type !== null && type !== 'deviceDefault' && type !== 'lowSecurityBiometric';
