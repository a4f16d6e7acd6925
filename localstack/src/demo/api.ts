import type { Accepted, Control, ScanStatus } from '@cis-scan/contracts';

/** The few calls of the public API that the demo makes, as a customer would make them. */
export interface Api {
  /** POST /scans. Throws with the answer's own words when it is not a 202. */
  submit(body: unknown): Promise<Accepted>;
  status(requestId: string): Promise<ScanStatus>;
  /** Failing controls of a target, all pages. */
  failing(requestId: string, target: number): Promise<readonly Control[]>;
  report(requestId: string, format: 'html' | 'csv' | 'json'): Promise<string>;
}

export function apiAt(url: string, key: string): Api {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { 'x-api-key': key, ...(init.body ? { 'content-type': 'application/json' } : {}) },
    });
    if (!answer.ok)
      throw new Error(`${init.method ?? 'GET'} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await ask(path, init)).json() as Promise<T>;
  return {
    submit: (body) => json('/scans', { method: 'POST', body: JSON.stringify(body) }),
    status: (requestId) => json(`/scans/${requestId}`),
    async failing(requestId, target) {
      const all: Control[] = [];
      let next: string | null = null;
      do {
        const cursor: string = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
        const page: { items: Control[]; next: string | null } = await json(
          `/scans/${requestId}/controls?target=${target}&verdict=fail${cursor}`,
        );
        all.push(...page.items);
        next = page.next;
      } while (next !== null);
      return all;
    },
    report: async (requestId, format) => (await ask(`/scans/${requestId}/report?format=${format}`)).text(),
  };
}
