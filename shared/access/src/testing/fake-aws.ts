import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call as it arrived: the parameters of the query protocol, and the headers. */
export interface Seen {
  readonly parameters: URLSearchParams;
  readonly userAgent: string;
  /** The access key id in the signature. */
  readonly accessKeyId: string;
}

/** An XML answer and its status. */
export interface Said {
  readonly status?: number;
  readonly body: string;
}

/** STS and IAM on loopback, speaking their query protocol with answers that a test gives. */
export async function fakeAws(answer: (seen: Seen) => Said) {
  const calls: Seen[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const accessKeyId = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const userAgent = String(request.headers['x-amz-user-agent'] ?? request.headers['user-agent'] ?? '');
      const seen = { parameters: new URLSearchParams(body), userAgent, accessKeyId };
      calls.push(seen);
      const { status = 200, body: said } = answer(seen);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(said);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    named: (action: string): Seen[] => calls.filter(({ parameters }) => parameters.get('Action') === action),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const wrap = (action: string, inner: string): string =>
  `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`;

/** The answers of AWS that matter here, in its form. */
export const say = {
  identity: (arn: string): Said => ({
    body: wrap('GetCallerIdentity', `<Arn>${arn}</Arn><UserId>U</UserId><Account>${arn.split(':')[4]}</Account>`),
  }),
  session: (accessKeyId: string, expiration: Date): Said => ({
    body: wrap(
      'AssumeRole',
      `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration.toISOString()}</Expiration></Credentials>`,
    ),
  }),
  simulated: (decisions: Readonly<Record<string, string>>, more = ''): Said => ({
    body: wrap(
      'SimulatePrincipalPolicy',
      `<EvaluationResults>${Object.entries(decisions)
        .map(
          ([name, decision]) =>
            `<member><EvalActionName>${name}</EvalActionName><EvalDecision>${decision.split('?')[0]}</EvalDecision>${decision.endsWith('?') ? '<MissingContextValues><member>aws:SourceIp</member></MissingContextValues>' : ''}</member>`,
        )
        .join('')}</EvaluationResults>${more || '<IsTruncated>false</IsTruncated>'}`,
    ),
  }),
  error: (status: number, code: string): Said => ({
    status,
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>CANARY</Message></Error></ErrorResponse>`,
  }),
};
