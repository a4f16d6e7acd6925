import type { TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import { Errors } from 'typebox/value';
import { member, type Fault } from './fault.ts';

// All faults at once, but an answer of bounded size.
Settings.Set({ maxErrors: 200 });

/** What a pattern wants, by the name of its field: a regular expression is no sentence. */
const WANTED: Readonly<Record<string, string>> = {
  requestId: 'must be 1 to 128 characters out of A-Z, a-z, 0-9, dot, underscore, colon and hyphen.',
  access_key: 'must be an access key id: 16 to 128 capital letters and digits.',
  regions: 'must be the name of a region, such as eu-west-1.',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

interface Violation {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: unknown;
}

/** JSON pointer below `path` → path in the caller's spelling, and the name of the last field in it. */
function locate(path: string, pointer: string): { path: string; field: string } {
  let at = path;
  let field = '';
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(step)) at = member(at, Number(step));
    else {
      at = member(at, step);
      field = step;
    }
  }
  return { path: at, field };
}

function faultsOf(violation: Violation, root: string): Fault[] {
  const { path, field } = locate(root, violation.instancePath);
  const params = violation.params as Readonly<Record<string, unknown>>;
  const names = (key: string): string[] => (params[key] as string[]) ?? [];
  const one = (detail: string): Fault[] => [{ path, detail }];
  switch (violation.keyword) {
    case 'required':
      return names('requiredProperties').map((name) => ({
        path: member(path, name),
        detail: 'This field is required.',
      }));
    case 'additionalProperties':
      return names('additionalProperties').map((name) => ({
        path: member(path, name),
        detail: 'This field is unknown here.',
      }));
    case 'boolean':
      // Told a second time by `additionalProperties`, with the name.
      return [];
    case 'type':
      return one(`This field must be ${TYPES[String(params['type'])] ?? String(params['type'])}.`);
    case 'enum':
      return one(`This field must be one of ${(params['allowedValues'] as unknown[]).map(String).join(', ')}.`);
    case 'pattern':
      return one(`This field ${WANTED[field] ?? 'is not in the form it must have.'}`);
    case 'minLength':
      return one(`This field must have at least ${String(params['limit'])} characters.`);
    case 'maxLength':
      return one(`This field must have at most ${String(params['limit'])} characters.`);
    case 'minItems':
      return one(`This list must have at least ${String(params['limit'])} entries.`);
    case 'maxItems':
      return one(`This list must have at most ${String(params['limit'])} entries.`);
    case 'uniqueItems':
      return one('This list must not name anything twice.');
    default:
      return one('This field is not in the form it must have.');
  }
}

/** Everything that is wrong with a value, one sentence each; never repeats a value, which may be a secret. */
export function faultsIn(schema: TSchema, value: unknown, path: string): Fault[] {
  return Errors(schema, value).flatMap((violation) => faultsOf(violation, path));
}
