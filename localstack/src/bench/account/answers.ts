import { jsonAnswer, type Answer, type Call } from '../../overlay/call.ts';
import { nameOf } from '../../overlay/action.ts';
import { questionOf, type Answerer } from './answerer.ts';
import { EC2 } from './answers/ec2.ts';
import { IAM } from './answers/iam.ts';
import { OTHERS, simulation } from './answers/others.ts';
import { S3 } from './answers/s3.ts';
import { TRAILS } from './answers/trails.ts';
import type { BenchAccount } from './model.ts';

/** service:Operation → its answer, in the form that the provider documents. */
const ANSWERS: Readonly<Record<string, Answerer>> = { ...EC2, ...IAM, ...OTHERS, ...S3, ...TRAILS };

/** What the account says to a call; 501 to one that it does not know, which the bench then names. */
export function answerOf(call: Call, account: BenchAccount): Answer {
  const name = nameOf(call);
  if (name === 'iam:SimulatePrincipalPolicy') return simulation(call);
  const answerer = ANSWERS[name];
  return answerer === undefined
    ? jsonAnswer(501, { __type: 'NotImplemented', message: `the bench does not answer ${name}` })
    : answerer(questionOf(call, account));
}
