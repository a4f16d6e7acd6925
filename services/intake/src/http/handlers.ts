import type { Socket } from 'node:net';
import { isDefect } from '@cis-scan/runtime';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem, PROBLEM_TYPE, problemOf, unavailable } from './problem.ts';
import type { Fault } from '../request/fault.ts';

/** Sentences for what the framework refuses before a route is reached. Its own messages may quote what was sent. */
const REFUSED: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than 1 MB.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as its Content-Length says.',
  FST_ERR_BAD_URL: 'The address is not valid.',
};

/** What the framework's own validation (path and query) found, as faults. */
function validationFaults(error: FastifyError): Fault[] {
  return (error.validation ?? []).map(({ instancePath, keyword, params, message }) => {
    const { missingProperty, additionalProperty } = params as Readonly<Record<string, unknown>>;
    const last = missingProperty ?? additionalProperty;
    const path = [...instancePath.split('/').slice(1), ...(typeof last === 'string' ? [last.slice(0, 64)] : [])];
    const detail = keyword === 'additionalProperties' ? 'is unknown here' : (message ?? 'is not valid');
    return { path: path.join('.'), detail: `This parameter ${detail}.` };
  });
}

function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (isDefect(error)) return new HttpProblem(500, 'Something is wrong on our side.');
  const { validation, statusCode = 0, code = '' } = error as Partial<FastifyError>;
  if (validation) {
    return new HttpProblem(400, 'The request is not valid: see errors.', {
      errors: validationFaults(error as FastifyError),
    });
  }
  if (code.startsWith('FST_ERR_') && statusCode >= 400 && statusCode < 500) {
    return new HttpProblem(statusCode, REFUSED[code] ?? 'The request is not valid.');
  }
  if (code.startsWith('FST_ERR_') && statusCode !== 503) return new HttpProblem(500, 'Something is wrong on our side.');
  // What is left comes from table, queue, key or bucket: an outage that passes.
  return unavailable('A part of this service is not available. Try again in a moment.');
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  if (problem.retryAfter !== null) reply.header('retry-after', String(problem.retryAfter));
  if (problem.status === 401) reply.header('www-authenticate', 'ApiKey realm="cis-scan"');
  return reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemOf(problem.status, problem.detail, problem.errors));
}

/** Every error of a route, a hook or the framework. What is ours is logged; what the caller did wrong is only answered. */
export function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, status: problem.status }, 'request failed');
  return sendProblem(reply, problem);
}

/** Sentences and states for requests that are no HTTP, or come too slowly. */
const BROKEN: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The header is too large.'],
};

/** Answers on the bare socket, since there is no request that could be answered. */
export function onClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = BROKEN[error.code ?? ''] ?? [400, 'This is not a valid HTTP request.'];
  const problem = problemOf(status, detail);
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${problem.title}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
