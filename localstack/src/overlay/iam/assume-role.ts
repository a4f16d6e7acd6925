import { parametersOf, type Answer, type Call } from '../call.ts';
import { denialSentence, errorAnswer, refuse } from '../refusal.ts';
import { callerOf, type Caller, type Callers } from './callers.ts';
import { statementsOf, type Statement } from './evaluate.ts';
import { trusts } from './trust.ts';

const SHORTEST_SECONDS = 900;
/** Longest session of a role that was assumed by a role. */
const CHAINED_SECONDS = 3600;

function textOf(xml: string, element: string): string | null {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? null;
}

async function sessionPolicy(
  parameters: URLSearchParams,
  account: string,
  callers: Callers,
): Promise<Statement[] | null> {
  const inline = parameters.get('Policy');
  const arns = [...parameters].filter(([name]) => /^PolicyArns\.member\.\d+\.arn$/.test(name)).map(([, arn]) => arn);
  if (inline === null && arns.length === 0) return null;
  const policies = await callers.policies(account);
  const managed = await Promise.all(arns.map((arn) => policies.managed(arn)));
  return [...(inline === null ? [] : statementsOf(inline)), ...managed.flat()];
}

function invalidDuration(caller: Caller, seconds: number, longest: number): string | null {
  if (!(seconds >= SHORTEST_SECONDS)) {
    return `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${SHORTEST_SECONDS}`;
  }
  if (caller.principal?.kind === 'role' && seconds > CHAINED_SECONDS) {
    return 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.';
  }
  return seconds > longest ? 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.' : null;
}

/**
 * sts:AssumeRole as AWS decides it: the role must exist and its trust policy must let this caller in.
 * (The emulator hands out keys for any name.) The new keys are remembered with their session policy.
 */
export async function assumeRole(
  call: Call,
  caller: Caller,
  callers: Callers,
  next: () => Promise<Answer>,
): Promise<Answer> {
  const parameters = parametersOf(call);
  const arn = parameters.get('RoleArn') ?? '';
  const [, account, name] = /^arn:aws(?:-us-gov|-cn)?:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  if (account === undefined || name === undefined) {
    return errorAnswer(call, 400, 'ValidationError', `${arn} is invalid`);
  }
  const role = await (await callers.policies(account)).role(name);
  const externalId = parameters.get('ExternalId');
  const mfa = parameters.has('SerialNumber') && parameters.has('TokenCode');
  if (role === null || !trusts(role.trust, { account: caller.account, arn: caller.arn, externalId, mfa })) {
    return refuse(call, 'denied', denialSentence(caller.arn, 'sts:AssumeRole', `on resource: ${arn}`));
  }
  const seconds = Number(parameters.get('DurationSeconds') ?? CHAINED_SECONDS);
  const invalid = invalidDuration(caller, seconds, role.maxSessionSeconds);
  if (invalid !== null) return errorAnswer(call, 400, 'ValidationError', invalid);

  const policy = await sessionPolicy(parameters, account, callers);
  const answer = await next();
  const xml = answer.body.toString();
  const [key, secret, session] = [textOf(xml, 'AccessKeyId'), textOf(xml, 'SecretAccessKey'), textOf(xml, 'Arn')];
  if (key && secret && session) callers.learn(key, secret, callerOf(account, session, policy));
  return answer;
}
