import { emitMetric } from '@cis-scan/runtime';
import type { Context } from './context.ts';

const one = { value: 1, unit: 'Count' } as const;

/** Scans by outcome and deliveries by state, as metrics. */
export const observe: Context['observe'] = {
  reported: (status) => emitMetric({ dimensions: { service: 'reporter', status }, values: { Scans: one } }),
  delivered: (state) => emitMetric({ dimensions: { service: 'reporter', state }, values: { Deliveries: one } }),
};
