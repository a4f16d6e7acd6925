import { fieldsOf, type Fields } from '../fields.ts';
import type { RequestItem, StateItem, StoredReport } from '../items.ts';
import { DUE_PARTITION, openPartition, stateKey } from '../keys.ts';

/** STATE. Until the report is stored it lies in `due` (deadline) and in `byCaller` under the caller's open partition. */
export const stateCodec = {
  /** As it is born, together with its REQUEST. */
  newborn: (request: RequestItem): Fields => ({
    ...stateKey(request.scanId),
    scanId: request.scanId,
    total: request.targets.length,
    caller: openPartition(request.caller),
    createdAt: request.createdAt,
    duePartition: DUE_PARTITION,
    due: request.deadline,
    expiresAt: request.expiresAt,
  }),
  decode(fields: Fields): StateItem {
    const of = fieldsOf('STATE', fields);
    return {
      scanId: of.text('scanId'),
      total: of.number('total'),
      done: of.numbers('done'),
      report: of.mapOrNull<StoredReport>('report'),
      due: of.textOrNull('due'),
      expiresAt: of.number('expiresAt'),
    };
  },
};
