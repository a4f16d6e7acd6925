import type { Answer, Request } from './http.ts';
import type { Seen, Struck } from './faults.ts';

/** A request that a service has understood: what faults and counts need to know, and how to answer it. */
export interface Understood {
  readonly seen: Seen;
  readonly answer: () => Answer;
  /** How this service puts an effect; null: the plain form does. */
  readonly struck: (struck: Struck) => Answer | null;
}

/** One of Microsoft's services: tells what a request is without answering it yet. */
export type Service = (request: Request) => Understood;
