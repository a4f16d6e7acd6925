import { Unreadable } from '@cis-scan/engine';
import type { Aws, Call, Session } from '../aws.ts';
import { gapFrom, nameOf } from './gap.ts';

/** The declared operations of a place, and no other; an error comes back as `Unreadable` that names the call's right. */
export function door<C extends Call>(session: Session, place: string, calls: readonly C[]): Aws<C> {
  const services: Record<string, Record<string, (input: unknown) => Promise<unknown>>> = {};
  for (const call of calls) {
    const [service = '', operation = ''] = call.split(':');
    const method = operation.charAt(0).toLowerCase() + operation.slice(1);
    (services[service] ??= {})[method] = async (input) => {
      try {
        return await session.ask(place, call, input);
      } catch (error) {
        throw new Unreadable(gapFrom(error, call), error);
      }
    };
  }
  return services as unknown as Aws<C>;
}

/** Awaits an answer in which some errors are themselves answers ("there is none"): these give `undefined`, all others go on. */
export async function unlessAbsent<T>(answer: Promise<T>, ...names: readonly string[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (names.includes(nameOf(error instanceof Unreadable ? error.cause : error))) return undefined;
    throw error;
  }
}

/** Walks a paged operation. A token that comes back unchanged would page for ever, and is an error instead. */
export async function* pages<P>(
  ask: (token: string | undefined) => Promise<P>,
  next: (page: P) => string | undefined,
): AsyncGenerator<P> {
  let token: string | undefined;
  do {
    const page: P = await ask(token);
    yield page;
    const following = next(page);
    if (following !== undefined && following === token) throw new Error('the same page was announced twice');
    token = following;
  } while (token);
}
