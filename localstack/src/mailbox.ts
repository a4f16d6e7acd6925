import { messageServer } from './mailbox/http.ts';
import { MessageStore, type Message } from './mailbox/messages.ts';
import { smtpDoor, type Refusals } from './mailbox/smtp.ts';

export type { Message } from './mailbox/messages.ts';

/** A mail server that delivers nowhere: what it takes is read on its page or as JSON. */
export interface Mailbox {
  readonly smtpPort: number;
  /** Address of the page; `/messages`, `/messages/:id`, `/messages/:id/raw` below it are for programs. */
  readonly url: string;
  messages(): readonly Message[];
  /** Waits until that many messages (which suit `which`) are there; rejects after `timeoutMs`. */
  waitFor(count: number, options?: { which?: (message: Message) => boolean; timeoutMs?: number }): Promise<Message[]>;
  /** Answers a recipient with an SMTP code (5xx for good, 4xx for now); null accepts again. */
  refuse(recipient: string, code: number | null): void;
  /** Closes the SMTP port, or opens the same one again. */
  setDown(down: boolean): Promise<void>;
  clear(): void;
  stop(): Promise<void>;
}

export interface MailboxOptions {
  /** 0 or absent: a free port. */
  readonly smtpPort?: number;
  readonly pagePort?: number;
}

/** Starts a mailbox on loopback. */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const store = new MessageStore();
  const refusals: Refusals = new Map();
  const smtp = await smtpDoor(store, refusals, options.smtpPort ?? 0);
  const refuse = (recipient: string, code: number | null): void => {
    if (code === null) refusals.delete(recipient.toLowerCase());
    else refusals.set(recipient.toLowerCase(), code);
  };
  const http = await messageServer(store, options.pagePort ?? 0, { refuse, setDown: smtp.setDown });

  return {
    smtpPort: smtp.port,
    url: http.url,
    messages: () => store.all(),
    waitFor: (count, { which = () => true, timeoutMs = 30_000 } = {}) => store.waitFor(count, which, timeoutMs),
    refuse,
    setDown: smtp.setDown,
    clear: () => store.clear(),
    async stop() {
      await Promise.all([smtp.setDown(true), http.stop()]);
    },
  };
}
