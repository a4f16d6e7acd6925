/**
 * What `JSON.stringify(value, null, 2)` would give, in pieces: lists and objects are opened down to `depth`, each value
 * below is one piece. So the text of a large account never stands in memory as a whole. Only for plain data.
 */
export function* jsonPieces(value: unknown, depth = 4, indent = ''): Generator<string> {
  const members = typeof value === 'object' && value !== null && depth > 0 ? Object.entries(value) : [];
  if (members.length === 0) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = `${indent}  `;
  for (const [i, [name, member]] of members.entries()) {
    yield `${i === 0 ? open : ','}\n${inner}${open === '{' ? `${JSON.stringify(name)}: ` : ''}`;
    yield* jsonPieces(member, depth - 1, inner);
  }
  yield `\n${indent}${close}`;
}
