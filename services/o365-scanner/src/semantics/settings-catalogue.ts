import { meansPassword, SILENT, type DeviceSettings } from './device-policy.ts';

/** Values of a catalogue policy by the id of their setting. A choice is the end of its id: `true`, `numericcomplex`. */
export type CatalogueValues = ReadonlyMap<string, string | number>;

// Apple's payload for passwords, and what Apple made of it for declarative management
const PAYLOAD = 'com.apple.mobiledevice.passwordpolicy_';
const DECLARED = 'passcode_';
const ANDROID = 'com.android.devicerestrictionpolicy.';

/** Types of password on Android: the catalogue writes them in small letters. */
const TYPES = [
  'deviceDefault',
  'required',
  'numeric',
  'numericComplex',
  'alphabetic',
  'alphanumeric',
  'alphanumericWithSymbols',
  'lowSecurityBiometric',
  'customPassword',
];

type Reads = { readonly [K in keyof DeviceSettings]?: (value: string | number) => DeviceSettings[K] };

/** A number; what is none is an error, and so unread. */
function number(value: string | number): number {
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof found !== 'number' || !Number.isFinite(found)) throw new Error(`"${value}" is not a number`);
  return found;
}
function flag(value: string | number): boolean {
  if (value !== 'true' && value !== 'false') throw new Error(`"${value}" is neither true nor false`);
  return value === 'true';
}
const alphanumeric = (value: string | number): string | null => (flag(value) ? 'alphanumeric' : null);
const days = (value: string | number): number | null => number(value) || null; // none at all: no end
const typeOf = (value: string | number): string => {
  const type = TYPES.find((known) => known.toLowerCase() === String(value).toLowerCase());
  if (type === undefined) throw new Error(`"${value}" is no type of password that is known here`);
  return type;
};

/** What is known of the catalogue: id of a setting → what it says in our words. */
const KNOWN: Readonly<Record<string, Reads>> = {
  [`${PAYLOAD}forcepin`]: { passwordRequired: flag },
  [`${PAYLOAD}requirealphanumeric`]: { passwordType: alphanumeric },
  [`${PAYLOAD}allowsimple`]: { simpleBlocked: (value) => !flag(value) },
  [`${PAYLOAD}minlength`]: { minLength: number },
  [`${PAYLOAD}maxpinageindays`]: { expirationDays: days },
  [`${PAYLOAD}pinhistory`]: { remembered: number },
  [`${PAYLOAD}maxinactivity`]: { inactivityMinutes: number },
  [`${PAYLOAD}maxfailedattempts`]: { failuresBeforeWipe: number },
  [`${DECLARED}requirepasscode`]: { passwordRequired: flag },
  [`${DECLARED}requirealphanumericpasscode`]: { passwordType: alphanumeric },
  [`${DECLARED}requirecomplexpasscode`]: { simpleBlocked: flag },
  [`${DECLARED}minimumlength`]: { minLength: number },
  [`${DECLARED}maximumpasscodeageindays`]: { expirationDays: days },
  [`${DECLARED}passcodereuselimit`]: { remembered: number },
  [`${DECLARED}maximuminactivityinminutes`]: { inactivityMinutes: number },
  [`${DECLARED}maximumfailedattempts`]: { failuresBeforeWipe: number },
  [`${ANDROID}passwordrequiredtype`]: {
    passwordType: typeOf,
    passwordRequired: (value) => meansPassword(typeOf(value)),
  },
  [`${ANDROID}passwordminimumlength`]: { minLength: number },
  [`${ANDROID}passwordexpirationdays`]: { expirationDays: days },
  [`${ANDROID}passwordpreviouspasswordcounttoblock`]: { remembered: number },
  [`${ANDROID}passwordsigninfailurecountbeforefactoryreset`]: { failuresBeforeWipe: number },
};

/** Families that are known whole: what else is in them decides nothing here. */
const FAMILIES = ['com.apple.', DECLARED];
const NEAR = /passw|passc|timeout|inactiv|encrypt/;

/** True where a setting speaks of passwords. */
export const aboutPasswords = (values: CatalogueValues): boolean =>
  [...values.keys()].some((id) => id in KNOWN || /^(com\.apple\.mobiledevice\.passwordpolicy|passcode)_/.test(id));

/** What a catalogue policy says in our words. Throws where a known setting has a value that cannot be read. */
export const catalogueSettings = (values: CatalogueValues): DeviceSettings =>
  [...values].reduce<DeviceSettings>((settings, [id, value]) => {
    const said = Object.entries(KNOWN[id] ?? {}).map(([key, read]) => [key, read(value)] as const);
    return { ...settings, ...Object.fromEntries(said) };
  }, SILENT);

/** Settings that are near the question under names that are not known here, sorted. */
export const untranslatedIn = (values: CatalogueValues): readonly string[] =>
  [...values.keys()]
    .filter((id) => !(id in KNOWN) && NEAR.test(id) && !FAMILIES.some((family) => id.startsWith(family)))
    .sort();
