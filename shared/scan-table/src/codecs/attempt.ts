import type { TargetHeader, Warning } from '@cis-scan/contracts';
import { fieldsOf, type Fields } from '../fields.ts';
import type { AttemptItem } from '../items.ts';

/** ATTEMPT#t#a: never written whole, but grown by updates, since its events come in any order. */
export const attemptCodec = {
  decode(fields: Fields): AttemptItem {
    const of = fieldsOf('ATTEMPT', fields);
    return {
      scanId: of.text('scanId'),
      targetId: of.number('targetId'),
      attemptId: of.text('attemptId'),
      got: of.numbers('got'),
      want: of.numberOrNull('want'),
      planned: of.numberOrNull('planned'),
      answered: of.numberOrNull('answered') ?? 0,
      header: of.mapOrNull<TargetHeader>('header'),
      warnings: of.listOrNull<Warning>('warnings') ?? [],
      startedAt: of.text('startedAt'),
      updatedAt: of.text('updatedAt'),
    };
  },
};
