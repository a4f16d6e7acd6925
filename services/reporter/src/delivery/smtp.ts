import { createTransport } from 'nodemailer';
import type { Secret } from '@cis-scan/secret';
import type { Letter } from './compose.ts';
import { judgeFailure, type Sent } from './verdict.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly useSsl: boolean;
  /** STARTTLS, and nothing without it. */
  readonly useTls: boolean;
  readonly username: string | undefined;
  readonly password: Secret | undefined;
  /** `address` or `Name <address>`. */
  readonly from: string;
}

/** Sends a letter; never throws: what went wrong is part of the answer. */
export type Send = (letter: Letter) => Promise<Sent>;

/** The bare address in a From value. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/**
 * One plain address. nodemailer reads what it is given as a list with names and comments, in the envelope too, so that
 * anything richer could reach somebody who was never asked for.
 */
const PLAIN_ADDRESS = /^[^\s\p{C}<>()[\]\\,;:@"]{1,64}@[^\s\p{C}<>()[\]\\,;:@"]{1,255}$/u;

const SECOND = 1000;

/** Delivers by SMTP, one message per recipient on a connection of its own. */
export function smtp(server: MailServer): Send {
  const { host, port, useSsl, useTls, username, password, from } = server;
  const transport = createTransport({
    host,
    port,
    secure: useSsl,
    requireTLS: useTls,
    ignoreTLS: !useSsl && !useTls,
    ...(username && password ? { auth: { user: username, pass: password.reveal() } } : {}),
    // Together far below the lease of a mail, so that nobody else sends it meanwhile.
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    dnsTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });

  return async ({ to, messageId, subject, html, text, attachments }) => {
    if (!PLAIN_ADDRESS.test(to)) return { kind: 'refused', detail: 'not a mail address' };
    try {
      await transport.sendMail({
        // The envelope says where it goes, whatever a header could be read as.
        envelope: { from: addressOf(from), to: [to] },
        from,
        to: { name: '', address: to },
        messageId,
        subject,
        html,
        text,
        attachments: [...attachments],
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return judgeFailure(error);
    }
  };
}
