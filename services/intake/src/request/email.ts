import { MAX_EMAILS } from '@cis-scan/contracts';
import { member, type Fault } from './fault.ts';

/** RFC 5321: a path is at most 254 characters, its local part 64. */
const LONGEST = 254;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** A plain address with a domain of at least two labels: no quoting, no comments, nothing that a header could be made of. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const labels = text.slice(at + 1).split('.');
  return (
    at > 0 &&
    at <= 64 &&
    text.length <= LONGEST &&
    LOCAL.test(text.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** Blanks around an address are the seed's own habit; a line break is none, so it stays and is refused. */
const trimmed = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');

/** One address or a list of them → addresses, each once (upper and lower case are one mailbox). */
export function foldEmails(value: unknown, path: string): { emails: string[]; faults: Fault[] } {
  if (value === undefined) return { emails: [], faults: [{ path, detail: 'This field is required.' }] };
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  if (list.length === 0 || list.length > MAX_EMAILS) {
    return { emails: [], faults: [{ path, detail: `Name one address, or a list of 1 to ${MAX_EMAILS}.` }] };
  }
  const faults: Fault[] = [];
  const emails = new Map<string, string>();
  list.forEach((entry, index) => {
    const at = Array.isArray(value) ? member(path, index) : path;
    const email = typeof entry === 'string' ? trimmed(entry) : null;
    if (email === null) faults.push({ path: at, detail: 'An address must be a text.' });
    else if (!isAddress(email)) faults.push({ path: at, detail: 'This is not an e-mail address.' });
    else if (!emails.has(email.toLowerCase())) emails.set(email.toLowerCase(), email);
  });
  return { emails: [...emails.values()], faults };
}
