import { Type, type Static, type TObject, type TProperties, type TSchema } from 'typebox';
import { Convert, Default, Errors } from 'typebox/value';
import { Secret } from '@cis-scan/secret';

/** What is wrong with the environment, one line per variable, without any value. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const SECRET = 'x-secret';

/** A variable whose value is a secret: read as text, handed out wrapped. */
export const SecretText = (): Type.TUnsafe<Secret> =>
  Type.Unsafe<Secret>({ type: 'string', minLength: 1, [SECRET]: true });

const isSecret = (schema: TSchema): boolean => SECRET in schema;

const expectation = (name: string, error: { keyword: string; message: string; params: unknown }): string => {
  if (error.keyword === 'enum') {
    const { allowedValues } = error.params as { allowedValues: readonly unknown[] };
    return `${name} must be one of ${allowedValues.join(', ')}`;
  }
  return `${name} ${error.message}`;
};

/**
 * Reads the environment by a schema whose property names are the variables' names. Numbers and booleans (`True`,
 * `false`, `1` …) are converted, defaults filled in; an empty variable counts as not set.
 * Throws one ConfigError that names everything that must be set or mended, and shows no value.
 */
export function readConfig<P extends TProperties>(
  schema: TObject<P>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Static<TObject<P>> {
  const names = Object.keys(schema.properties);
  const given = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const values = Convert(schema, Default(schema, given)) as Record<string, unknown>;

  const faults = new Map<string, string>();
  for (const error of Errors(schema, values)) {
    if (error.keyword === 'required') {
      const { requiredProperties } = error.params as { requiredProperties: readonly string[] };
      for (const name of requiredProperties) faults.set(name, `set ${name}`);
    } else {
      const name = error.instancePath.split('/')[1] ?? '';
      faults.set(name, expectation(name, error));
    }
  }
  if (faults.size > 0) throw new ConfigError([...faults.values()]);

  for (const [name, property] of Object.entries(schema.properties)) {
    const value = values[name];
    if (isSecret(property) && typeof value === 'string') values[name] = new Secret(value);
  }
  return values as Static<TObject<P>>;
}
