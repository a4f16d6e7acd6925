import { xmlAnswer, type Answer } from '../../overlay/call.ts';

/** What can stand in an answer. */
export type Value = string | number | boolean | undefined | readonly Value[] | { readonly [name: string]: Value };

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Members as XML. The entries of a list stand in elements of the name `entry`, or repeat the list's name where it is null. */
export function toXml(value: { readonly [name: string]: Value }, entry: 'member' | 'item' | null): string {
  const inside = (one: Value): string => {
    if (Array.isArray(one)) return one.map((each: Value) => `<${entry}>${inside(each)}</${entry}>`).join('');
    if (typeof one === 'object') return toXml(one as { readonly [name: string]: Value }, entry);
    return escaped(String(one));
  };
  return Object.entries(value)
    .map(([name, one]) => {
      if (one === undefined) return '';
      if (Array.isArray(one) && entry === null) return one.map((each) => `<${name}>${inside(each)}</${name}>`).join('');
      return `<${name}>${inside(one)}</${name}>`;
    })
    .join('');
}

/** Answer of a service that speaks the query protocol. */
export const queryAnswer = (operation: string, result: { readonly [name: string]: Value }): Answer =>
  xmlAnswer(
    200,
    `<${operation}Response><${operation}Result>${toXml(result, 'member')}</${operation}Result>` +
      `<ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></${operation}Response>`,
  );

/** Answer of EC2. */
export const ec2Answer = (operation: string, result: { readonly [name: string]: Value }): Answer =>
  xmlAnswer(
    200,
    `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>bench</requestId>${toXml(result, 'item')}</${operation}Response>`,
  );

/** Answer of S3, whose lists are flat. */
export const s3Answer = (root: string, result: { readonly [name: string]: Value }): Answer =>
  xmlAnswer(200, `<?xml version="1.0" encoding="UTF-8"?><${root}>${toXml(result, null)}</${root}>`);

export const s3Error = (code: string): Answer =>
  xmlAnswer(404, `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>none</Message></Error>`);

/** A page of a list: `token` is the place where it begins. */
export function page<T>(
  all: readonly T[],
  token: string | undefined,
  most: number,
): { items: readonly T[]; next?: string } {
  const from = Number(token ?? 0);
  const items = all.slice(from, from + most);
  return from + most < all.length ? { items, next: String(from + most) } : { items };
}
