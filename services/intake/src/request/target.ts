import { AwsKeysTarget, AwsRoleTarget, M365AppTarget, type RequestTarget } from '@cis-scan/contracts';
import { Check } from 'typebox/value';
import { member, type Fault } from './fault.ts';
import { faultsIn } from './sentences.ts';

/** A target and where the caller wrote it: path of the object that holds `access_type`, and of its `access_input`. */
export interface PlacedTarget {
  readonly target: RequestTarget;
  readonly path: string;
}

const APP_FIELDS = ['client_id', 'client_secret', 'client_certificate', 'tenant_id'];
const SCHEMAS = { 'aws-keys': AwsKeysTarget, 'aws-role': AwsRoleTarget, 'm365-app': M365AppTarget } as const;

/** The seeds call two things "credentials"; the fields inside tell an app registration from AWS keys. */
function kindOf(accessType: unknown, input: object): keyof typeof SCHEMAS | null {
  if (accessType === 'cross-account') return 'aws-role';
  if (accessType !== 'credentials') return null;
  return APP_FIELDS.some((name) => Object.hasOwn(input, name)) ? 'm365-app' : 'aws-keys';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One entry of `scan_input`, or the single form's fields, in the tagged form; or everything that is wrong with it. */
export function foldTarget(value: unknown, path: string): { target: PlacedTarget | null; faults: Fault[] } {
  const refuse = (...faults: Fault[]) => ({ target: null, faults });
  if (!isObject(value)) return refuse({ path, detail: 'A target must be an object.' });
  const { access_type: accessType, ...rest } = value;
  const input = rest['access_input'];
  const faults: Fault[] = [];
  if (accessType !== 'credentials' && accessType !== 'cross-account') {
    faults.push({
      path: member(path, 'access_type'),
      detail: accessType === undefined ? 'This field is required.' : 'This field must be credentials or cross-account.',
    });
  }
  if (!isObject(input)) {
    const detail = input === undefined ? 'This field is required.' : 'This field must be an object.';
    faults.push({ path: member(path, 'access_input'), detail });
  }
  const kind = isObject(input) ? kindOf(accessType, input) : null;
  if (kind === null) return refuse(...faults);

  const tagged: unknown = { kind, ...rest };
  const schema = SCHEMAS[kind];
  if (Check(schema, tagged)) return { target: { target: tagged, path }, faults: [] };
  const wrong = faultsIn(schema, tagged, path);
  return refuse(...(wrong.length > 0 ? wrong : [{ path, detail: 'This target is not in the form it must have.' }]));
}
