import { apiOf, requiredPermissions } from '@cis-scan/access/m365';
import { permissionPolicies, trustPolicy, type PolicyDocument } from '@cis-scan/access/aws';
import { ControlRights, type BenchmarkRights, type Provider } from '@cis-scan/contracts';
import { Type } from 'typebox';
import { invalid } from '../http/problem.ts';
import { answer, apiKey, problems } from '../http/schemas.ts';
import type { Server } from '../http/server.ts';
import { callerOf, type IntakeParts } from './parts.ts';

const strict = { additionalProperties: false } as const;
const texts = Type.Array(Type.String());

const AccessQuery = Type.Object({ benchmark: Type.Optional(Type.String({ maxLength: 64 })) }, strict);
const AwsQuery = Type.Object(
  { ...AccessQuery.properties, cloud: Type.Enum(['aws', 'aws-us-gov', 'aws-cn'], { default: 'aws' }) },
  strict,
);

/** A right, whether the scan can do without it, and the controls it unlocks. */
const Right = Type.Object({ right: Type.String(), optional: Type.Boolean(), unlocks: texts }, strict);
const Benchmark = Type.Object(
  { id: Type.String(), base: texts, optional: texts, rights: Type.Array(Right), controls: Type.Array(ControlRights) },
  strict,
);
const Policy = Type.Object(
  { Version: Type.String(), Statement: Type.Array(Type.Record(Type.String(), Type.Unknown())) },
  strict,
);
const AwsAccess = Type.Object(
  {
    provider: Type.Literal('aws'),
    account: Type.String({ description: 'The account that the trust policy names: ours.' }),
    externalId: Type.String({ description: 'Yours; sent whenever a role of yours is assumed.' }),
    rolePattern: Type.String({ description: 'Which roles may be scanned.' }),
    trustPolicy: Policy,
    benchmarks: Type.Array(Type.Object({ ...Benchmark.properties, policies: Type.Array(Policy) }, strict)),
  },
  strict,
);
const Permission = Type.Object(
  { ...Right.properties, api: Type.String({ description: 'The API under which the portal lists it.' }) },
  strict,
);
const M365Access = Type.Object(
  {
    provider: Type.Literal('m365'),
    benchmarks: Type.Array(Type.Object({ ...Benchmark.properties, rights: Type.Array(Permission) }, strict)),
  },
  strict,
);

const shown = ({ Version, Statement }: PolicyDocument) => ({
  Version,
  Statement: Statement.map((statement) => ({ ...statement })),
});

/** Which rights a scan needs, and the policies that grant exactly these. */
export function accessRoutes(server: Server, { rights, platformAccount, rolePattern }: IntakeParts): void {
  const benchmarksOf = (
    provider: Provider,
    asked: string | undefined,
    required: (rights: BenchmarkRights) => readonly string[] = ({ base }) => base,
  ) => {
    const ids = rights.ids(provider);
    if (asked !== undefined && !ids.includes(asked)) {
      throw invalid([{ path: 'benchmark', detail: `There is no such benchmark; there are: ${ids.join(', ')}.` }]);
    }
    return (asked === undefined ? ids : [asked]).map((id) => {
      const derived = rights.of(id);
      const { controls } = derived;
      const base = [...required(derived)];
      const optional = derived.optional.filter((right) => !base.includes(right));
      const unlocks = (right: string): string[] =>
        controls.filter((c) => c.base.includes(right) || c.optional.includes(right)).map(({ control }) => control);
      const list = [...base, ...optional].map((right) => ({
        right,
        optional: !base.includes(right),
        unlocks: unlocks(right),
      }));
      return { id, base, optional, rights: list, controls };
    });
  };
  const common = { tags: ['access'], security: apiKey };

  server.get(
    '/access/aws',
    {
      schema: {
        operationId: 'getAwsAccess',
        summary: 'IAM policies and trust policy for a role to be scanned',
        ...common,
        querystring: AwsQuery,
        response: { 200: answer(AwsAccess, 'The rights, per benchmark and control.'), ...problems(400, 401) },
      },
    },
    (request) => {
      const { externalId } = callerOf(request);
      const benchmarks = benchmarksOf('aws', request.query.benchmark).map((benchmark) => ({
        ...benchmark,
        policies: permissionPolicies([...benchmark.base, ...benchmark.optional]).map(shown),
      }));
      return {
        provider: 'aws' as const,
        account: platformAccount,
        externalId,
        rolePattern,
        trustPolicy: shown(trustPolicy(request.query.cloud, platformAccount, externalId)),
        benchmarks,
      };
    },
  );

  server.get(
    '/access/m365',
    {
      schema: {
        operationId: 'getM365Access',
        summary: 'Permissions for an app registration to be scanned',
        ...common,
        querystring: AccessQuery,
        response: { 200: answer(M365Access, 'The permissions, per benchmark and control.'), ...problems(400, 401) },
      },
    },
    (request) => {
      // Every scan of a tenant must hold the same few, whatever a benchmark makes of them.
      const required = (derived: BenchmarkRights) => requiredPermissions([derived]);
      const benchmarks = benchmarksOf('m365', request.query.benchmark, required).map((benchmark) => ({
        ...benchmark,
        rights: benchmark.rights.map((right) => ({ ...right, api: apiOf(right.right) })),
      }));
      return { provider: 'm365' as const, benchmarks };
    },
  );
}
