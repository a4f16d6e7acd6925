import { parametersOf, xmlAnswer, type Answer, type Call } from '../call.ts';
import { errorAnswer } from '../refusal.ts';
import type { Caller, Callers } from './callers.ts';
import { decide, statementsOf, type Statement } from './evaluate.ts';

/** Evaluations in one page, unless fewer are asked for. */
const PAGE = 100;

/** Values of `Name.member.1`, `.2` … */
function list(parameters: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let n = 1; ; n++) {
    const value = parameters.get(`${name}.member.${n}`);
    if (value === null) return values;
    values.push(value);
  }
}

function answer(operation: string, statements: readonly Statement[], parameters: URLSearchParams): Answer {
  const resources = list(parameters, 'ResourceArns');
  const evaluations = list(parameters, 'ActionNames').flatMap((action) =>
    (resources.length > 0 ? resources : ['*']).map((resource) => ({ action, resource })),
  );
  const from = Number(parameters.get('Marker') ?? 0);
  const to = from + Number(parameters.get('MaxItems') ?? PAGE);
  const members = evaluations
    .slice(from, to)
    .map(
      ({ action, resource }) =>
        `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>${resource}</EvalResourceName>` +
        `<EvalDecision>${decide(statements, action, resource)}</EvalDecision><MatchedStatements/><MissingContextValues/></member>`,
    );
  const more = to < evaluations.length;
  return xmlAnswer(
    200,
    `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>` +
      `<IsTruncated>${more}</IsTruncated>${more ? `<Marker>${to}</Marker>` : ''}` +
      `<EvaluationResults>${members.join('')}</EvaluationResults></${operation}Result>` +
      `<ResponseMetadata><RequestId>overlay</RequestId></ResponseMetadata></${operation}Response>`,
  );
}

/** iam:SimulateCustomPolicy over the documents of the request. */
export async function simulateCustomPolicy(call: Call): Promise<Answer> {
  const parameters = parametersOf(call);
  return answer(call.operation, list(parameters, 'PolicyInputList').flatMap(statementsOf), parameters);
}

/** iam:SimulatePrincipalPolicy over the policies that the user or role has in the emulator. */
export async function simulatePrincipalPolicy(call: Call, caller: Caller, callers: Callers): Promise<Answer> {
  const parameters = parametersOf(call);
  const arn = parameters.get('PolicySourceArn') ?? '';
  const [, account, kind, name] = /^arn:[^:]+:iam::(\d{12}):(user|role)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  if (name === undefined || account !== caller.account) {
    return errorAnswer(
      call,
      400,
      'InvalidInput',
      `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`,
    );
  }
  const statements = await callers.statements(account, { kind: kind === 'user' ? 'user' : 'role', name });
  if (statements === null) {
    return errorAnswer(call, 404, 'NoSuchEntity', `The ${kind} with name ${name} cannot be found.`);
  }
  const extra = list(parameters, 'PolicyInputList').flatMap(statementsOf);
  return answer(call.operation, [...statements, ...extra], parameters);
}
