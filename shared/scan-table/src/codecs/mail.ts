import { CodecError, fieldsOf, type Fields } from '../fields.ts';
import type { MailItem, MailState } from '../items.ts';
import { DUE_PARTITION, mailKey } from '../keys.ts';

const STATES: readonly string[] = ['pending', 'sent', 'refused', 'gave-up'] satisfies readonly MailState[];
const isState = (text: string): text is MailState => STATES.includes(text);

/** MAIL#hash. It lies in the index `due` as long as something is left to try. */
export const mailCodec = {
  encode: (item: MailItem, expiresAt: number): Fields => ({
    ...mailKey(item.scanId, item.recipientId),
    scanId: item.scanId,
    recipientId: item.recipientId,
    email: item.email,
    mailState: item.state,
    tries: item.tries,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    expiresAt,
    ...(item.detail === null ? {} : { detail: item.detail }),
    ...(item.lease === null ? {} : { lease: item.lease }),
    ...(item.due === null ? {} : { due: item.due, duePartition: DUE_PARTITION }),
  }),
  decode(fields: Fields): MailItem {
    const of = fieldsOf('MAIL', fields);
    const state = of.text('mailState');
    if (!isState(state)) throw new CodecError('MAIL', 'mailState');
    return {
      scanId: of.text('scanId'),
      recipientId: of.text('recipientId'),
      email: of.text('email'),
      state,
      detail: of.textOrNull('detail'),
      tries: of.number('tries'),
      lease: of.textOrNull('lease'),
      due: of.textOrNull('due'),
      createdAt: of.text('createdAt'),
      updatedAt: of.text('updatedAt'),
    };
  },
};
