import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

export interface Queue {
  readonly url: string;
  readonly arn: string;
}

export interface Queues {
  readonly awsJobs: Queue;
  readonly o365Jobs: Queue;
  readonly reporter: Queue;
}

/** One more than the receives after which a scanner itself gives a job up; only what it could not even parse gets there. */
const MAX_RECEIVES = 12;
const FOURTEEN_DAYS = String(14 * 24 * 3600);

async function urlOf(sqs: SQSClient, name: string): Promise<string | null> {
  try {
    return (await sqs.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl ?? null;
  } catch (error) {
    // Emulators spell the same answer with and without the legacy prefix.
    if (error instanceof QueueDoesNotExist || /NonExistentQueue|QueueDoesNotExist/.test(String(error))) return null;
    throw error;
  }
}

/** Makes a queue or brings an existing one to these attributes. A name that ends in .fifo makes a FIFO queue. */
async function provisionQueue(sqs: SQSClient, name: string, attributes: Record<string, string>): Promise<Queue> {
  let url = await urlOf(sqs, name);
  if (url !== null) {
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
  } else {
    const fifo: Record<string, string> = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
    const made = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: { ...fifo, ...attributes } }));
    url = made.QueueUrl ?? null;
  }
  if (url === null) throw new Error(`sqs:CreateQueue answered without an address for ${name}`);
  const read = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  const arn = read.Attributes?.['QueueArn'];
  if (!arn) throw new Error(`sqs:GetQueueAttributes answered without an ARN for ${name}`);
  return { url, arn };
}

async function withDeadLetters(
  sqs: SQSClient,
  name: string,
  visibilitySeconds: number,
  more: Record<string, string> = {},
): Promise<Queue> {
  const deadLetterName = name.endsWith('.fifo') ? name.replace(/\.fifo$/, '-dead.fifo') : `${name}-dead`;
  const dead = await provisionQueue(sqs, deadLetterName, { MessageRetentionPeriod: FOURTEEN_DAYS });
  return provisionQueue(sqs, name, {
    MessageRetentionPeriod: FOURTEEN_DAYS,
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: MAX_RECEIVES }),
    ...more,
  });
}

/** The two job queues (FIFO: one scan per account in flight) and the reporter's queue, each with its dead-letter queue. */
export async function provisionQueues(sqs: SQSClient): Promise<Queues> {
  const [awsJobs, o365Jobs, reporter] = await Promise.all([
    withDeadLetters(sqs, 'aws-jobs.fifo', 120),
    withDeadLetters(sqs, 'o365-jobs.fifo', 120),
    withDeadLetters(sqs, 'reporter', 60),
  ]);
  const mayReceiveEvents = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: reporter.arn,
      },
    ],
  };
  await sqs.send(
    new SetQueueAttributesCommand({ QueueUrl: reporter.url, Attributes: { Policy: JSON.stringify(mayReceiveEvents) } }),
  );
  return { awsJobs, o365Jobs, reporter };
}
