import type { Metric } from '@cis-scan/runtime';
import type { OpenTarget } from './provider.ts';

/** One call to a provider, with all its attempts. */
export interface CountedCall {
  /** The service and what it was asked: `ec2:DescribeVpcs`, `graph:GET /v1.0/domains`. */
  readonly call: string;
  readonly attempts: number;
  readonly ok: boolean;
}

/** Counts the calls of one scan. */
export interface CallMetrics {
  readonly onAsked: (asked: CountedCall) => void;
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
      counts.retries += Math.max(0, attempts - 1);
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

/** The same target, whose calls are told as metrics when it is let go of. */
export function tellingCalls(target: OpenTarget, counted: CallMetrics, emit: (metric: Metric) => void): OpenTarget {
  return {
    ...target,
    close: async () => {
      for (const metric of counted.metrics()) emit(metric);
      await target.close();
    },
  };
}
