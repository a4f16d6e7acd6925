/** Which protocols take a bare password. */
export interface AuthenticationPolicy {
  readonly id: string;
  /** Everything by which others name it. */
  readonly names: readonly string[];
  /** Protocols by which it lets a bare password in. */
  readonly allows: readonly string[];
}

/** True where a reference (name, GUID or distinguished name) means this policy. */
export function isMeant({ id, names }: AuthenticationPolicy, reference: string): boolean {
  const wanted = reference.toLowerCase();
  return (
    [id, ...names].some((name) => name.toLowerCase() === wanted) || names.some((n) => isIn(wanted, n.toLowerCase()))
  );
}

/** A distinguished name begins with the policy's own name. */
const isIn = (reference: string, name: string): boolean => reference.startsWith(`cn=${name},`);
