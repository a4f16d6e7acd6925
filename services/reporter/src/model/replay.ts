import type { Context } from '../context.ts';

/** A call of the real code at one of its ports: the only places where it touches what others see. */
export interface Call {
  readonly port: 'table' | 'store' | 'bus';
  readonly method: string;
  readonly args: readonly unknown[];
}
export type Answer = { readonly value: unknown } | { readonly error: unknown };
export type Next =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'end' }
  | { readonly kind: 'error'; readonly error: unknown };

type Method = (...args: unknown[]) => Promise<unknown>;

/** Calls a port's method by name. */
export function perform(ports: Pick<Context, Call['port']>, { port, method, args }: Call): Promise<unknown> {
  const found = (ports[port] as unknown as Readonly<Record<string, Method | undefined>>)[method];
  if (!found) throw new Error(`no ${port}.${method}`);
  return found(...args);
}

/** Thrown by a faulty rule where it takes the message for handled. */
export class TakenForHandled extends Error {}

const NOW = new Date('2026-01-02T00:00:00.000Z');
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function* nothing(): AsyncGenerator<string> {}

/** A context whose ports are given; everything else of it is fixed, so that the code's next call follows from the answers so far. */
export const fixedContext = (ports: Pick<Context, Call['port']>): Context => ({
  ...ports,
  render: (outcome) => ({ html: '', csv: nothing(), json: JSON.stringify(outcome) }),
  now: () => NOW,
  log: quiet,
  observe: { reported: () => {}, delivered: () => {} },
});

/**
 * Runs the real code from its beginning, answers its first calls from `answers`, and says which call comes next. That
 * call is never answered: the run is left hanging, like that of a killed process. A worker of the model is thus
 * nothing but its message and the answers it got.
 */
export function nextCall(run: (context: Context) => Promise<void>, answers: readonly Answer[]): Promise<Next> {
  return new Promise((resolve) => {
    let calls = 0;
    const port = (name: Call['port']): unknown =>
      new Proxy(
        {},
        {
          get:
            (_, method): Method =>
            (...args) => {
              const answer = answers[calls];
              if (calls === answers.length)
                resolve({ kind: 'call', call: { port: name, method: String(method), args } });
              calls += 1;
              if (!answer) return new Promise(() => {});
              return 'error' in answer ? Promise.reject(answer.error) : Promise.resolve(structuredClone(answer.value));
            },
        },
      );
    const ports = { table: port('table'), store: port('store'), bus: port('bus') } as Pick<Context, Call['port']>;
    run(fixedContext(ports)).then(
      () => resolve({ kind: 'end' }),
      (error: unknown) => resolve(error instanceof TakenForHandled ? { kind: 'end' } : { kind: 'error', error }),
    );
  });
}
