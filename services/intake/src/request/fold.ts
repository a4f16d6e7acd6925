import { MAX_TARGETS, RequestId } from '@cis-scan/contracts';
import { Type } from 'typebox';
import { foldEmails } from './email.ts';
import { member, type Fault } from './fault.ts';
import { faultsIn } from './sentences.ts';
import { foldTarget, type PlacedTarget } from './target.ts';

/** POST /scans in its one inner form, whatever the caller's spelling was. */
export interface ScanRequest {
  /** `null`: the caller leaves the choice to us. */
  readonly requestId: string | null;
  readonly emails: readonly string[];
  readonly targets: readonly PlacedTarget[];
  readonly allowPartial: boolean;
}

/** What could be understood, and everything that is wrong; usable only when `faults` is empty. */
export interface Folded {
  readonly request: ScanRequest;
  readonly faults: readonly Fault[];
  /** Path of the object that holds the request: empty, or `body`. */
  readonly root: string;
}

const Rest = Type.Object(
  { requestId: Type.Optional(RequestId), allow_partial: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);
const SINGLE = ['access_type', 'access_input', 'benchmarks', 'regions', 'cloud'];

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nothing = (faults: readonly Fault[], root = ''): Folded => ({
  request: { requestId: null, emails: [], targets: [], allowPartial: false },
  faults,
  root,
});

function foldSingle(value: Fields, path: string): { targets: PlacedTarget[]; faults: Fault[] } {
  const { target, faults } = foldTarget(value, path);
  return { targets: target ? [target] : [], faults };
}

function foldList(value: unknown, path: string): { targets: PlacedTarget[]; faults: Fault[] } {
  if (value === undefined) return { targets: [], faults: [{ path, detail: 'This field is required.' }] };
  if (!Array.isArray(value)) return { targets: [], faults: [{ path, detail: 'This field must be a list.' }] };
  if (value.length === 0 || value.length > MAX_TARGETS) {
    return { targets: [], faults: [{ path, detail: `A request names 1 to ${MAX_TARGETS} targets.` }] };
  }
  const folded = value.map((entry, index) => foldTarget(entry, member(path, index)));
  return {
    targets: folded.flatMap(({ target }) => (target ? [target] : [])),
    faults: folded.flatMap(({ faults }) => faults),
  };
}

function foldFields(fields: Fields, path: string): Folded {
  const own = (name: string): boolean => Object.hasOwn(fields, name);
  const pick = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
  const single = !own('scan_input') && SINGLE.some(own);
  const known = ['email', 'scan_input', ...(single ? SINGLE : [])];

  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !known.includes(name)));
  const emails = foldEmails(fields['email'], member(path, 'email'));
  const { targets, faults } = single
    ? foldSingle(pick(SINGLE), path)
    : foldList(fields['scan_input'], member(path, 'scan_input'));
  return {
    request: {
      requestId: typeof fields['requestId'] === 'string' ? fields['requestId'] : null,
      emails: emails.emails,
      targets,
      allowPartial: fields['allow_partial'] === true,
    },
    faults: [...faultsIn(Rest, rest, path), ...emails.faults, ...faults],
    root: path,
  };
}

/**
 * Folds the list form, the single form and the wrapped form of either into one. Done by hand before any schema is
 * asked, because the error of a `oneOf` names no field.
 */
export function fold(body: unknown): Folded {
  if (!isObject(body)) return nothing([{ path: '', detail: 'The body must be a JSON object.' }]);
  if (!Object.hasOwn(body, 'body')) return foldFields(body, '');
  const beside = Object.keys(body).filter((name) => name !== 'body');
  const faults = beside.map((name) => ({ path: member('', name), detail: 'Nothing may stand beside body.' }));
  const inner = body['body'];
  if (!isObject(inner)) return nothing([...faults, { path: 'body', detail: 'This field must be an object.' }], 'body');
  const folded = foldFields(inner, 'body');
  return { ...folded, faults: [...faults, ...folded.faults] };
}
