import PostalMime from 'postal-mime';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** One accepted message. `envelope` is what SMTP said, the other addresses are what the header claims. */
export interface Message {
  readonly id: number;
  readonly receivedAt: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly messageId: string | null;
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly raw: Buffer;
}

/** The message as JSON: the sizes of attachments, not their bytes. */
export function summaryOf(message: Message): object {
  const { raw, attachments, text, html, ...rest } = message;
  return {
    ...rest,
    size: raw.length,
    hasText: text !== '',
    hasHtml: html !== '',
    attachments: attachments.map(({ name, type, content }) => ({ name, type, size: content.length })),
  };
}

/** Accepted messages in the order of their arrival. */
export class MessageStore {
  #messages: Message[] = [];
  #next = 1;
  #arrival = Promise.withResolvers<void>();

  all(): readonly Message[] {
    return this.#messages;
  }

  find(id: number): Message | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  clear(): void {
    this.#messages = [];
  }

  /** Parses and keeps a message; throws when it is not one. */
  async add(envelope: Message['envelope'], raw: Buffer): Promise<void> {
    const parsed = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
    this.#messages.push({
      id: this.#next++,
      receivedAt: new Date().toISOString(),
      envelope,
      messageId: parsed.messageId ?? null,
      subject: parsed.subject ?? '',
      from: parsed.from?.address ?? '',
      to: (parsed.to ?? []).flatMap((to) => (to.address === undefined ? [] : [to.address])),
      text: parsed.text ?? '',
      html: parsed.html ?? '',
      attachments: parsed.attachments.map((attachment) => ({
        name: attachment.filename ?? 'unnamed',
        type: attachment.mimeType,
        content:
          typeof attachment.content === 'string'
            ? new TextEncoder().encode(attachment.content)
            : new Uint8Array(attachment.content),
      })),
      raw,
    });
    const arrived = this.#arrival;
    this.#arrival = Promise.withResolvers<void>();
    arrived.resolve();
  }

  async waitFor(count: number, which: (message: Message) => boolean, timeoutMs: number): Promise<Message[]> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      late.reject(new Error(`${this.#messages.filter(which).length} of ${count} messages after ${timeoutMs} ms`));
    }, timeoutMs);
    try {
      for (;;) {
        const found = this.#messages.filter(which);
        if (found.length >= count) return found;
        await Promise.race([this.#arrival.promise, late.promise]);
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
