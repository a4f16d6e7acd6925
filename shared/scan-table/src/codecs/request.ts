import type { Warning } from '@cis-scan/contracts';
import { fieldsOf, type Fields } from '../fields.ts';
import type { RequestedTarget, RequestItem } from '../items.ts';
import { requestKey } from '../keys.ts';

/** REQUEST. `caller` and `createdAt` put it into the index `byCaller`. */
export const requestCodec = {
  encode: (item: RequestItem): Fields => ({ ...requestKey(item.scanId), ...item }),
  decode(fields: Fields): RequestItem {
    const of = fieldsOf('REQUEST', fields);
    return {
      scanId: of.text('scanId'),
      caller: of.text('caller'),
      requestId: of.text('requestId'),
      fingerprint: of.text('fingerprint'),
      emails: of.list<string>('emails'),
      targets: of.list<RequestedTarget>('targets'),
      warnings: of.list<Warning>('warnings'),
      allowPartial: of.flag('allowPartial'),
      createdAt: of.text('createdAt'),
      deadline: of.text('deadline'),
      expiresAt: of.number('expiresAt'),
    };
  },
};
