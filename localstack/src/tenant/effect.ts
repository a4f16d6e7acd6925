import { json, parsed, type Answer, type Request } from './http.ts';
import { isObject, type Json } from './json.ts';
import type { Struck } from './faults.ts';
import type { Understood } from './service.ts';

/** No answer: the connection stays open, or is cut. */
export type NoAnswer = 'hang' | 'disconnect';

const HTML =
  "<!DOCTYPE html><html><head><title>Service unavailable</title></head><body><h1>Our services aren't available right now</h1></body></html>";

/** A page whose next link never comes to an end. */
function endless(answer: Answer, request: Request, repeating: boolean): Answer {
  const body = parsed(answer.body) as Json | undefined;
  if (!isObject(body)) return answer;
  const turn = repeating ? 0 : Number(/^endless-(\d+)$/.exec(request.query.get('$skiptoken') ?? '')?.[1] ?? 0) + 1;
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', `endless-${turn}`);
  const link = `${request.base}${request.path}?${query.toString().replaceAll('%24', '$')}`;
  return { ...answer, body: JSON.stringify({ ...body, '@odata.nextLink': link }) };
}

const PLAIN: Partial<Record<Struck['effect'], readonly [number, string]>> = {
  denied: [403, 'Forbidden'],
  unlicensed: [403, 'Forbidden'],
  'no-segment': [404, 'NotFound'],
  'not-found': [404, 'NotFound'],
  expired: [401, 'Unauthorized'],
  throttled: [429, 'TooManyRequests'],
  internal: [500, 'InternalServerError'],
  unavailable: [503, 'ServiceUnavailable'],
  'gateway-timeout': [504, 'GatewayTimeout'],
};

/** What becomes of a request that was struck. */
export function afflicted(understood: Understood, request: Request, struck: Struck): Answer | NoAnswer {
  const { effect, retryAfterS } = struck;
  switch (effect) {
    case 'hang':
    case 'disconnect':
      return effect;
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: HTML };
    case 'truncated': {
      const whole = understood.answer();
      return { ...whole, body: whole.body.slice(0, Math.max(1, Math.floor(whole.body.length / 2))) };
    }
    case 'endless':
    case 'repeating':
      return endless(understood.answer(), request, effect === 'repeating');
    default: {
      const own = understood.struck(struck);
      if (own !== null) return own;
      const [status, code] = PLAIN[effect] ?? [500, 'InternalServerError'];
      const waits = (status === 429 || status === 503) && retryAfterS !== null;
      return json(status, { error: { code, message: code } }, waits ? { 'retry-after': String(retryAfterS) } : {});
    }
  }
}
