import {
  AwsKeysInput,
  AwsRoleInput,
  Cloud,
  M365AppInput,
  MAX_EMAILS,
  MAX_TARGETS,
  RequestId,
  AwsKeysTarget,
} from '@cis-scan/contracts';
import { Type } from 'typebox';

const strict = { additionalProperties: false } as const;
const { benchmarks, regions } = AwsKeysTarget.properties;
const options = { benchmarks, regions, cloud: Type.Optional(Cloud) };

const credentials = Type.Union([AwsKeysInput, M365AppInput]);
const access = [
  { access_type: Type.Literal('credentials'), access_input: credentials, ...options },
  { access_type: Type.Literal('cross-account'), access_input: AwsRoleInput, ...options },
] as const;

const address = Type.String({ minLength: 3, maxLength: 256 });
const top = {
  requestId: Type.Optional(RequestId),
  email: Type.Union([address, Type.Array(address, { minItems: 1, maxItems: MAX_EMAILS })]),
  allow_partial: Type.Optional(Type.Boolean()),
};

const List = Type.Object(
  {
    ...top,
    scan_input: Type.Array(Type.Union(access.map((fields) => Type.Object(fields, strict))), {
      minItems: 1,
      maxItems: MAX_TARGETS,
    }),
  },
  strict,
);
const singles = access.map((fields) => Type.Object({ ...top, ...fields }, strict));

/**
 * The body of POST /scans for the OpenAPI document: list, single and wrapped form. The body itself is judged by `fold`,
 * whose errors name the field; the error of a union would not.
 */
export const RequestBody = Type.Union(
  [List, ...singles, Type.Object({ body: Type.Union([List, ...singles]) }, strict)],
  {
    examples: [
      {
        requestId: 'quarterly-2026-3',
        scan_input: [
          { access_type: 'cross-account', access_input: { arn: 'arn:aws:iam::111122223333:role/cis-scan' } },
        ],
        email: 'security@example.com',
      },
    ],
  },
);
