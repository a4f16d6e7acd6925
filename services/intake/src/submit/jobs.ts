import { seal } from '@cis-scan/access/sealed';
import type { Job } from '@cis-scan/contracts';
import type { RequestItem } from '@cis-scan/scan-table';
import { sendAll, type OutgoingMessage } from '@cis-scan/runtime';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { concurrently } from '../concurrently.ts';
import type { ReadyTarget } from './open-targets.ts';

export interface JobParts {
  readonly sqs: SQSClient;
  readonly kms: KMSClient;
  /** The KMS key under whose data keys credentials are sealed. */
  readonly sealKeyId: string;
}

async function messageOf(
  { kms, sealKeyId }: JobParts,
  item: RequestItem,
  { asked, opened, warnings }: ReadyTarget,
  traceparent: string,
): Promise<OutgoingMessage> {
  const { scanId, requestId, deadline: notAfter } = item;
  const { targetId, provider, account, cloud } = asked;
  const context = { scan: scanId, target: targetId, provider, notAfter };
  const job: Job = {
    version: 1,
    scanId,
    requestId,
    targetId,
    provider,
    account,
    cloud,
    benchmarks: [...asked.benchmarks],
    regions: asked.regions === null ? null : [...asked.regions],
    warnings: [...warnings],
    notAfter,
    sealed: await seal(kms, sealKeyId, context, opened.credentials),
  };
  return {
    body: JSON.stringify(job),
    group: `${provider}:${account}`,
    // The time of the record is part of it, because a scan that is deleted and asked for again bears the same id: without
    // it, the queue would take the new job for the old one and drop it.
    deduplicationId: `${scanId}/${targetId}/${Date.parse(item.createdAt).toString(36)}`,
    attributes: { scanId, targetId: String(targetId), traceparent },
  };
}

/** Seals every target and puts its job on the queue of its provider. Resolves only when every job was accepted. */
export async function sendJobs(
  parts: JobParts,
  item: RequestItem,
  targets: readonly ReadyTarget[],
  traceparent: string,
): Promise<void> {
  const messages = await concurrently(targets, 10, (target) => messageOf(parts, item, target, traceparent));
  const byQueue = new Map<string, OutgoingMessage[]>();
  targets.forEach(({ door: { queueUrl } }, index) => {
    const message = messages[index];
    if (message) byQueue.set(queueUrl, [...(byQueue.get(queueUrl) ?? []), message]);
  });
  for (const [queueUrl, batch] of byQueue) await sendAll(batch, { sqs: parts.sqs, queueUrl });
}
