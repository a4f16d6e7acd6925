import type { Metric } from '@cis-scan/runtime';
import type { Asked } from './connect.ts';

/** Counts the calls of one scan. */
export interface CallMetrics {
  readonly onAsked: (asked: Asked) => void;
  /** Per service: calls, further attempts, and calls that came to nothing. */
  metrics(): Metric[];
}

export function countCalls(): CallMetrics {
  const services = new Map<string, { calls: number; retries: number; refused: number }>();
  return {
    onAsked({ call, attempts, ok }) {
      const service = call.split(':')[0] ?? '';
      const counts = services.get(service) ?? { calls: 0, retries: 0, refused: 0 };
      counts.calls += 1;
      counts.retries += attempts - 1;
      if (!ok) counts.refused += 1;
      services.set(service, counts);
    },
    metrics: () =>
      [...services].map(([service, { calls, retries, refused }]) => ({
        dimensions: { service },
        values: {
          calls: { value: calls, unit: 'Count' },
          retries: { value: retries, unit: 'Count' },
          callsWithoutAnswer: { value: refused, unit: 'Count' },
        },
      })),
  };
}
