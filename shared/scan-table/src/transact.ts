import { setTimeout as wait } from 'node:timers/promises';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;
/** Whether the condition of each action held, in the order of the actions; empty when the transaction went through. */
export type Unmet = ReadonlySet<number>;

/** Reasons that say "not now" rather than "no". */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const TRIES = 8;

interface Cancelled {
  readonly name: 'TransactionCanceledException';
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}
const isCancelled = (error: unknown): error is Cancelled =>
  error instanceof Error && error.name === 'TransactionCanceledException';

/**
 * Writes all or nothing and says which conditions did not hold. A cancelled transaction is looked at by reason: a met
 * rival (conflict, throttle) is tried again after a short wait, an unmet condition is an answer, anything else is thrown.
 *
 * Source: DynamoDB TransactWriteItems, CancellationReasons in the order of the request.
 */
export async function transact(doc: DynamoDBDocumentClient, actions: Actions): Promise<Unmet> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await doc.send(new TransactWriteCommand({ TransactItems: actions }));
      return new Set();
    } catch (error) {
      if (!isCancelled(error)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      const unmet = new Set(codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : [])));
      if (unmet.size > 0) return unmet;
      if (attempt >= TRIES || !codes.some((code) => PASSING.has(code))) throw error;
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** Whether an update was refused by its own condition. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';
