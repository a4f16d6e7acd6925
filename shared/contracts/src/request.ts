import { Type, type Static } from 'typebox';
import { Cloud } from './words.ts';

const strict = { additionalProperties: false } as const;

/** Keys of an IAM user, or temporary ones with their session token. */
export const AwsKeysInput = Type.Object(
  {
    access_key: Type.String({ pattern: '^[A-Z0-9]{16,128}$' }),
    access_secret: Type.String({ minLength: 16, maxLength: 256 }),
    session_token: Type.Optional(Type.String({ minLength: 1, maxLength: 8192 })),
  },
  strict,
);
/** A role in the scanned account that trusts ours. `external_id` must be the caller's. */
export const AwsRoleInput = Type.Object(
  {
    arn: Type.String({ minLength: 20, maxLength: 2048 }),
    external_id: Type.Optional(Type.String({ minLength: 2, maxLength: 1224 })),
  },
  strict,
);
/** An app registration of the scanned tenant. */
export const M365AppInput = Type.Object(
  {
    client_id: Type.String({ minLength: 36, maxLength: 36 }),
    client_secret: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
    client_certificate: Type.Optional(Type.String({ minLength: 1, maxLength: 16_384 })),
    tenant_id: Type.String({ minLength: 36, maxLength: 36 }),
  },
  strict,
);

const perTarget = {
  benchmarks: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 16, uniqueItems: true }),
  ),
  regions: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z]{2}(-[a-z]+)+-\\d$' }), { minItems: 1, maxItems: 64, uniqueItems: true }),
  ),
  cloud: Type.Optional(Cloud),
};

/** The tagged form into which all spellings of the seeds are folded before validation. */
export const AwsKeysTarget = Type.Object(
  { kind: Type.Literal('aws-keys'), access_input: AwsKeysInput, ...perTarget },
  strict,
);
export const AwsRoleTarget = Type.Object(
  { kind: Type.Literal('aws-role'), access_input: AwsRoleInput, ...perTarget },
  strict,
);
export const M365AppTarget = Type.Object(
  { kind: Type.Literal('m365-app'), access_input: M365AppInput, ...perTarget },
  strict,
);
export type AwsKeysTarget = Static<typeof AwsKeysTarget>;
export type AwsRoleTarget = Static<typeof AwsRoleTarget>;
export type M365AppTarget = Static<typeof M365AppTarget>;
export type RequestTarget = AwsKeysTarget | AwsRoleTarget | M365AppTarget;

export const MAX_TARGETS = 50;
export const MAX_EMAILS = 10;
export const RequestId = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,128}$' });
