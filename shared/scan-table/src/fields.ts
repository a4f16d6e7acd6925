/** An item as the document client hands it over. */
export type Fields = Readonly<Record<string, unknown>>;

/** An item is not what its one writer writes: a defect or a foreign hand, never to be read as "nothing there". */
export class CodecError extends Error {
  constructor(item: string, field: string) {
    super(`${item} has no usable "${field}"`);
    this.name = 'CodecError';
  }
}

/** Typed access to the fields of one item; every reader throws CodecError where the field is absent or of another type. */
export function fieldsOf(item: string, fields: Fields) {
  const fault = (name: string): CodecError => new CodecError(item, name);
  return {
    text(name: string): string {
      const value = fields[name];
      if (typeof value !== 'string') throw fault(name);
      return value;
    },
    textOrNull(name: string): string | null {
      return fields[name] === undefined || fields[name] === null ? null : this.text(name);
    },
    number(name: string): number {
      const value = fields[name];
      if (typeof value !== 'number') throw fault(name);
      return value;
    },
    numberOrNull(name: string): number | null {
      return fields[name] === undefined || fields[name] === null ? null : this.number(name);
    },
    flag(name: string): boolean {
      const value = fields[name];
      if (typeof value !== 'boolean') throw fault(name);
      return value;
    },
    /** A number set; the table has no empty sets, so absence is the empty one. */
    numbers(name: string): ReadonlySet<number> {
      const value = fields[name];
      if (value === undefined) return new Set();
      if (!(value instanceof Set)) throw fault(name);
      return value as ReadonlySet<number>;
    },
    /** A list whose members our own writer made. */
    list<T>(name: string): readonly T[] {
      const value = fields[name];
      if (!Array.isArray(value)) throw fault(name);
      return value as readonly T[];
    },
    listOrNull<T>(name: string): readonly T[] | null {
      return fields[name] === undefined || fields[name] === null ? null : this.list<T>(name);
    },
    /** A map that our own writer made. */
    mapOrNull<T>(name: string): T | null {
      const value = fields[name];
      if (value === undefined || value === null) return null;
      if (typeof value !== 'object') throw fault(name);
      return value as T;
    },
  };
}
