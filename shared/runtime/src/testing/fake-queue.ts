import { EventEmitter, once } from 'node:events';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { pause } from '../backoff.ts';

interface Held {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  receives: number;
  receipt: string;
  visible: boolean;
}
interface Command {
  readonly constructor: { readonly name: string };
  readonly input: { readonly ReceiptHandle?: string; readonly VisibilityTimeout?: number };
}

const fault = (name: string): Error => Object.assign(new Error(name), { name, $metadata: {} });

/**
 * A queue in memory that answers what `consume` asks. Visibility does not run out by itself: `expire` does it. A queue
 * `down` throws at every call; `log` holds what was asked, in order.
 */
export class FakeQueue {
  readonly log: string[] = [];
  readonly visibilities: number[] = [];
  readonly changes = new EventEmitter();
  down = false;
  /** Receives that wait for a message right now. */
  waiting = 0;
  #messages: Held[] = [];
  #count = 0;

  put(body: string, attributes: Readonly<Record<string, string>> = {}): void {
    const id = `m${this.#count++}`;
    this.#messages.push({ id, body, attributes, receives: 0, receipt: '', visible: true });
    this.changes.emit('change');
  }

  get size(): number {
    return this.#messages.length;
  }

  get visible(): number {
    return this.#messages.filter((message) => message.visible).length;
  }

  /** All receipts become worthless, as when visibility ran out and somebody else received. */
  expire(): void {
    for (const message of this.#messages) message.receipt = 'of somebody else';
  }

  /** Resolves once `condition` holds; looked at after every call and change. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await once(this.changes, 'change');
  }

  get client(): SQSClient {
    const send = async (command: Command): Promise<unknown> => {
      const name = command.constructor.name.replace('Command', '');
      this.log.push(name);
      try {
        if (this.down) throw fault('ServiceUnavailable');
        return await this.#answer(name, command.input);
      } finally {
        this.changes.emit('change');
      }
    };
    return { send } as unknown as SQSClient;
  }

  async #answer(name: string, { ReceiptHandle, VisibilityTimeout }: Command['input']): Promise<unknown> {
    if (name === 'ReceiveMessage') return this.#receive();
    const message = this.#messages.find(({ receipt }) => receipt === ReceiptHandle);
    if (!message) throw fault('ReceiptHandleIsInvalid');
    if (name === 'DeleteMessage') this.#messages = this.#messages.filter((other) => other !== message);
    else {
      this.visibilities.push(VisibilityTimeout ?? -1);
      message.visible = VisibilityTimeout === 0;
    }
    return {};
  }

  async #receive(): Promise<unknown> {
    const next = (): Held | undefined => this.#messages.find(({ visible }) => visible);
    if (!next()) {
      this.waiting += 1;
      await Promise.race([once(this.changes, 'change'), pause(50)]);
      this.waiting -= 1;
    }
    const message = next();
    if (!message) return {};
    message.visible = false;
    message.receives += 1;
    message.receipt = `${message.id}/${message.receives}`;
    return {
      Messages: [
        {
          MessageId: message.id,
          ReceiptHandle: message.receipt,
          Body: message.body,
          Attributes: { ApproximateReceiveCount: String(message.receives), SentTimestamp: '1764000000000' },
          MessageAttributes: Object.fromEntries(
            Object.entries(message.attributes).map(([key, value]) => [key, { DataType: 'String', StringValue: value }]),
          ),
        },
      ],
    };
  }
}
