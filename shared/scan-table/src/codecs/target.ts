import type { BenchmarkSummary } from '@cis-scan/contracts';
import { CodecError, fieldsOf, type Fields } from '../fields.ts';
import type { Outcome, TargetItem } from '../items.ts';
import { targetKey } from '../keys.ts';

/** TARGET#t: written whole whenever its outcome is decided. */
export const targetCodec = {
  encode: (item: TargetItem, expiresAt: number): Fields => ({
    ...targetKey(item.scanId, item.targetId),
    ...item,
    expiresAt,
  }),
  decode(fields: Fields): TargetItem {
    const of = fieldsOf('TARGET', fields);
    const outcome = of.mapOrNull<Outcome>('outcome');
    if (outcome === null) throw new CodecError('TARGET', 'outcome');
    return {
      scanId: of.text('scanId'),
      targetId: of.number('targetId'),
      outcome,
      benchmarks: of.list<BenchmarkSummary>('benchmarks'),
      updatedAt: of.text('updatedAt'),
    };
  },
};
