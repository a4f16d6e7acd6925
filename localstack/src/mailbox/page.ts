import type { Message } from './messages.ts';

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884; overflow-wrap: anywhere }
iframe { width: 100%; height: 75vh; border: 1px solid #8886; background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; padding: 1rem }
`;

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Policy for pages of ours: no script, the one inline style by its nonce, frames only from here. */
export function pagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** Policy for the HTML that a message brought along: shown, never run, nothing fetched. */
export const messagePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function page(title: string, nonce: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style nonce="${nonce}">${style}</style><body>${body}</body></html>`;
}

/** The list of messages, newest first. */
export function listPage(messages: readonly Message[], nonce: string): string {
  const rows = messages
    .toReversed()
    .map(
      (m) =>
        `<tr><td>${escape(m.receivedAt)}<td>${escape(m.from)}<td>${escape(m.envelope.to.join(', '))}<td><a href="/messages/${m.id}/view">${escape(m.subject || '(no subject)')}</a>`,
    );
  const table = `<table><thead><tr><th>Received<th>From<th>To<th>Subject<tbody>${rows.join('')}</table>`;
  return page('Mailbox', nonce, `<h1>Mailbox</h1>${rows.length === 0 ? '<p>No message yet.</p>' : table}`);
}

/** One message with its HTML part (or its text), its attachments and its source. */
export function messagePage(m: Message, nonce: string): string {
  const base = `/messages/${m.id}`;
  const attachments = m.attachments.map(
    (a, n) =>
      `<li><a href="${base}/attachments/${n}">${escape(a.name)}</a> (${escape(a.type)}, ${a.content.length} bytes)`,
  );
  const body = m.html ? `<iframe sandbox title="message" src="${base}/html"></iframe>` : `<pre>${escape(m.text)}</pre>`;
  return page(
    m.subject,
    nonce,
    `<p><a href="/">All messages</a></p><h1>${escape(m.subject || '(no subject)')}</h1>
<p>From ${escape(m.from)} to ${escape(m.envelope.to.join(', '))}, ${escape(m.receivedAt)} · <a href="${base}/text">text</a> · <a href="${base}/raw">source</a></p>
<ul>${attachments.join('')}</ul>${body}`,
  );
}
