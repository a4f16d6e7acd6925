import { fieldsOf, type Fields } from '../fields.ts';
import type { KeyItem } from '../items.ts';
import { apiKeyKey } from '../keys.ts';

/** KEY. Its caller and time have names of their own, so that keys never show up in the index of a caller's scans. */
export const apiKeyCodec = {
  encode: (item: KeyItem): Fields => ({
    ...apiKeyKey(item.keyId),
    keyId: item.keyId,
    hash: item.hash,
    keyCaller: item.caller,
    externalId: item.externalId,
    madeAt: item.createdAt,
    ...(item.validUntil === null ? {} : { validUntil: item.validUntil }),
    ...(item.recipientDomains === null ? {} : { recipientDomains: item.recipientDomains }),
    ...(item.revokedAt === null ? {} : { revokedAt: item.revokedAt }),
  }),
  decode(fields: Fields): KeyItem {
    const of = fieldsOf('KEY', fields);
    return {
      keyId: of.text('keyId'),
      hash: of.text('hash'),
      caller: of.text('keyCaller'),
      externalId: of.text('externalId'),
      createdAt: of.text('madeAt'),
      validUntil: of.textOrNull('validUntil'),
      recipientDomains: of.listOrNull<string>('recipientDomains'),
      revokedAt: of.textOrNull('revokedAt'),
    };
  },
};
