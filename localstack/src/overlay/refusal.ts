import { randomUUID } from 'node:crypto';
import { jsonAnswer, xmlAnswer, type Answer, type Call, type Protocol } from './call.ts';

/** Ways in which a provider says no. */
export type Refusal = 'denied' | 'throttled' | 'expired' | 'unknown-key' | 'bad-signature' | 'internal';

type Wording = readonly [status: number, code: string];

/** Status and code of each refusal, as the services of each protocol spell it. */
const WORDINGS: Record<Refusal, Record<Protocol, Wording>> = {
  denied: {
    query: [403, 'AccessDenied'],
    ec2: [403, 'UnauthorizedOperation'],
    json: [400, 'AccessDeniedException'],
    'rest-json': [403, 'AccessDeniedException'],
    s3: [403, 'AccessDenied'],
    s3control: [403, 'AccessDenied'],
  },
  throttled: {
    query: [400, 'Throttling'],
    ec2: [503, 'RequestLimitExceeded'],
    json: [400, 'ThrottlingException'],
    'rest-json': [429, 'ThrottlingException'],
    s3: [503, 'SlowDown'],
    s3control: [503, 'SlowDown'],
  },
  expired: {
    query: [403, 'ExpiredToken'],
    ec2: [400, 'RequestExpired'],
    json: [400, 'ExpiredTokenException'],
    'rest-json': [403, 'ExpiredTokenException'],
    s3: [400, 'ExpiredToken'],
    s3control: [400, 'ExpiredToken'],
  },
  'unknown-key': {
    query: [403, 'InvalidClientTokenId'],
    ec2: [401, 'AuthFailure'],
    json: [400, 'UnrecognizedClientException'],
    'rest-json': [403, 'UnrecognizedClientException'],
    s3: [403, 'InvalidAccessKeyId'],
    s3control: [403, 'InvalidAccessKeyId'],
  },
  'bad-signature': {
    query: [403, 'SignatureDoesNotMatch'],
    ec2: [401, 'AuthFailure'],
    json: [400, 'InvalidSignatureException'],
    'rest-json': [403, 'InvalidSignatureException'],
    s3: [403, 'SignatureDoesNotMatch'],
    s3control: [403, 'SignatureDoesNotMatch'],
  },
  internal: {
    query: [500, 'InternalFailure'],
    ec2: [500, 'InternalError'],
    json: [500, 'InternalServerError'],
    'rest-json': [500, 'InternalServerException'],
    s3: [500, 'InternalError'],
    s3control: [500, 'InternalError'],
  },
};

const SENTENCES: Record<Exclude<Refusal, 'denied'>, string> = {
  throttled: 'Rate exceeded',
  expired: 'The security token included in the request is expired',
  'unknown-key': 'The security token included in the request is invalid.',
  'bad-signature':
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  internal: 'We encountered an internal error. Please try again.',
};

function escape(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

/** An error in the form that the protocol of the call gives it. */
export function errorAnswer(call: Call, status: number, code: string, message: string): Answer {
  const id = randomUUID();
  const element = `<Code>${code}</Code><Message>${escape(message)}</Message>`;
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>';
  switch (call.protocol) {
    case 'ec2':
      return xmlAnswer(
        status,
        `${prolog}<Response><Errors><Error>${element}</Error></Errors><RequestID>${id}</RequestID></Response>`,
      );
    case 's3':
      return xmlAnswer(status, `${prolog}<Error>${element}<RequestId>${id}</RequestId></Error>`);
    case 'query':
    case 's3control':
      return xmlAnswer(
        status,
        `${prolog}<ErrorResponse><Error><Type>Sender</Type>${element}</Error><RequestId>${id}</RequestId></ErrorResponse>`,
      );
    case 'json':
      return jsonAnswer(status, { __type: code, message }, { 'content-type': 'application/x-amz-json-1.1' });
    case 'rest-json':
      return jsonAnswer(status, { message }, { 'x-amzn-errortype': code });
  }
}

/** Refuses a call as its own service would. */
export function refuse(call: Call, refusal: Refusal, sentence?: string): Answer {
  const [status, usual] = WORDINGS[refusal][call.protocol];
  // SNS speaks the query protocol with a word of its own.
  const code = call.service === 'sns' && refusal === 'denied' ? 'AuthorizationError' : usual;
  return errorAnswer(call, status, code, sentence ?? (refusal === 'denied' ? 'Access denied' : SENTENCES[refusal]));
}

/** The sentence with which AWS denies an action to a principal. */
export function denialSentence(principal: string, action: string, why: string): string {
  return `User: ${principal} is not authorized to perform: ${action} ${why}`;
}
