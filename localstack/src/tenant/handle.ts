import { answerBatch } from './graph/batch.ts';
import type { CallCounter } from './counts.ts';
import { afflicted, type NoAnswer } from './effect.ts';
import type { Faults } from './faults.ts';
import type { Answer, Request } from './http.ts';
import type { Service } from './service.ts';

/** Answers a request to one of the services: counted, and struck by the faults that fit it. */
export type Handle = (request: Request) => Promise<Answer | NoAnswer>;

/** A service with counting and faults before it. */
export function guarded(service: Service, faults: Faults, counter: CallCounter): Handle {
  return async (request) => {
    const understood = service(request);
    const ended = counter.began(understood.seen);
    let status = 0;
    try {
      const struck = await faults.strike(understood.seen);
      const answer = struck === null ? understood.answer() : afflicted(understood, request, struck);
      if (typeof answer !== 'string') ({ status } = answer);
      return answer;
    } finally {
      ended(status);
    }
  };
}

/** Graph's `$batch` before Graph: every part is a request of its own, counted and struck by itself. */
export function batching(one: Handle): Handle {
  return async (request) => {
    if (request.method !== 'POST' || !request.path.endsWith('/$batch')) return one(request);
    return answerBatch(request, async (part) => {
      const answer = await one(part);
      return typeof answer === 'string' ? null : answer;
    });
  };
}
