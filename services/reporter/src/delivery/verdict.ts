/** How a try to send ended. `refused`: this recipient's server said no for good. `failed`: it may work later. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string };

interface SmtpError {
  /** nodemailer's own word: EAUTH, EENVELOPE, EMESSAGE, ECONNECTION … */
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

/** Where a 5xx is about this one mail; elsewhere (greeting, TLS, login) it is about us, and may be mended. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** The server's own words, short and without what could forge a line somewhere. Never those about a login. */
const words = (response: unknown): string =>
  typeof response === 'string'
    ? response
        .replace(/^\d{3}[ -]/, '')
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim()
        .slice(0, 200)
    : '';

/** Reads nodemailer's error. Source: RFC 5321 section 4.2.1, replies 4yz (for now) and 5yz (for good). */
export function judgeFailure(error: unknown): Sent {
  const { code, responseCode, response } = typeof error === 'object' && error !== null ? (error as SmtpError) : {};
  const kind = typeof code === 'string' ? code : 'UNKNOWN';
  if (typeof responseCode !== 'number') return { kind: 'failed', detail: `mail server not reached (${kind})` };
  const said = kind === 'EAUTH' ? '' : words(response);
  const detail = `SMTP ${responseCode}${said ? `: ${said}` : ''}`;
  return { kind: responseCode >= 500 && ABOUT_THE_MAIL.has(kind) ? 'refused' : 'failed', detail };
}
