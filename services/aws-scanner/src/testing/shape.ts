import { NormalizedSchema } from '@smithy/core/schema';

/** A schema as the SDK carries it. */
type Schema = Parameters<typeof NormalizedSchema.of>[0];

/**
 * Holds a recorded answer against the SDK's own schema of the operation and turns ISO texts into dates where the SDK
 * would. A member that the operation does not have, or of another kind, is an error: such a recording proves nothing.
 */
export function shaped(schema: Schema, value: unknown, path = ''): unknown {
  const kind = NormalizedSchema.of(schema);
  if (value === null || value === undefined) return value;
  if (kind.isTimestampSchema()) {
    const date = new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new Error(`${path}: ${String(value)} is no time`);
    return date;
  }
  if (kind.isListSchema()) {
    if (!Array.isArray(value)) throw new Error(`${path} must be a list`);
    return value.map((item, i) => shaped(kind.getValueSchema(), item, `${path}[${i}]`));
  }
  if (kind.isMapSchema()) {
    const entries = Object.entries(value as object);
    return Object.fromEntries(entries.map(([k, v]) => [k, shaped(kind.getValueSchema(), v, `${path}.${k}`)]));
  }
  if (kind.isStructSchema()) {
    const members = new Map(kind.structIterator());
    return Object.fromEntries(
      Object.entries(value as object).map(([name, part]) => {
        const member = members.get(name);
        if (!member) throw new Error(`${path}.${name}: the operation answers no such member`);
        return [name, shaped(member, part, `${path}.${name}`)];
      }),
    );
  }
  if (kind.isBlobSchema()) return Buffer.from(String(value), 'utf8');
  if (kind.isStringSchema() && typeof value !== 'string') throw new Error(`${path} must be a text`);
  if (kind.isBooleanSchema() && typeof value !== 'boolean') throw new Error(`${path} must be true or false`);
  if (kind.isNumericSchema() && typeof value !== 'number') throw new Error(`${path} must be a number`);
  return value;
}
