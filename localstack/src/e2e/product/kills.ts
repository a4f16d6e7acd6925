import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '@cis-scan/contracts';
import { byKeys, byRole, type ProductStage } from '../product-stage.ts';
import type { ServiceName } from '../../stack/service.ts';

/** What the services need so that work of a killed process comes back soon. */
export const SOON = { JOB_VISIBILITY_SECONDS: '3', EVENT_VISIBILITY_SECONDS: '3', MAIL_LEASE_SECONDS: '10' } as const;

/** A process that was killed, and how many scans were open then. */
export interface Kill {
  readonly name: ServiceName;
  readonly openScans: number;
}

export const emailOf = (requestId: string): string => `${requestId}@example.com`;

/** Asks for a scan until it is accepted: what a client does whose connection breaks. */
export async function submitPatiently(
  product: ProductStage,
  requestId: string,
  scan_input: readonly object[] = [byRole(product.messy), byKeys(product.tidy)],
): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await product
      .ask('POST', '/scans', { body: { requestId, scan_input, email: emailOf(requestId) } })
      .catch((error: unknown) => error as Error);
    if (answer instanceof Response && answer.status === 202) return;
    const said = answer instanceof Response ? `${answer.status} ${await answer.text()}` : String(answer);
    if (answer instanceof Response && answer.status < 500) throw new Error(`${requestId} was refused: ${said}`);
    if (Date.now() > end) throw new Error(`${requestId} was not accepted: ${said}`);
    await sleep(200);
  }
}

/** Scans of these that have no report yet, read from the table: the API may be down just now. */
export async function openAmong(product: ProductStage, requestIds: readonly string[]): Promise<number> {
  const items = await product.items();
  const ids = items.flatMap((i) => (requestIds.includes(String(i['requestId'])) ? [String(i['scanId'])] : []));
  const ended = items.filter((i) => i['sk'] === 'STATE' && i['report'] && ids.includes(String(i['scanId'])));
  return requestIds.length - ended.length;
}

/** SIGKILL for one process, and a new one in its place. */
export async function killAndReplace(
  product: ProductStage,
  name: ServiceName,
  requestIds: readonly string[],
  which = 0,
): Promise<Kill> {
  const running = product.stack.services().filter((service) => service.name === name);
  const victim = running[which % running.length];
  if (victim === undefined) throw new Error(`no ${name} is running`);
  const openScans = await openAmong(product, requestIds);
  victim.kill('SIGKILL');
  if ((await victim.ended) !== null) throw new Error(`${name} ended before it was killed`);
  await product.stack.start(name);
  return { name, openScans };
}

/** What became of a scan: its report, and the distinct Message-IDs that its recipient got. */
export async function outcomeOf(
  product: ProductStage,
  requestId: string,
  limitMs: number,
): Promise<{ report: Report; deliveries: readonly string[]; messageIds: number }> {
  const status = await product.settled(requestId, limitMs);
  const report = (await (await product.ask('GET', `/scans/${requestId}/report?format=json`)).json()) as Report;
  const mails = product.stack.mailbox.messages().filter(({ envelope }) => envelope.to.includes(emailOf(requestId)));
  return {
    report,
    deliveries: status.deliveries.map(({ status: state }) => state),
    messageIds: new Set(mails.map(({ messageId }) => messageId)).size,
  };
}

/** Attempts that scanners began at each target of these scans. */
export async function attemptsOf(product: ProductStage, requestIds: readonly string[]): Promise<readonly number[]> {
  const items = await product.items();
  const ids = items.flatMap((i) => (requestIds.includes(String(i['requestId'])) ? [String(i['scanId'])] : []));
  const counts = new Map<string, number>();
  for (const { pk, sk } of items) {
    const [kind, target] = String(sk).split('#');
    if (kind !== 'ATTEMPT' || !ids.some((id) => pk === `SCAN#${id}`)) continue;
    const key = `${String(pk)} ${target}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}
