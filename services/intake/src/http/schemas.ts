import { Problem, RequestId } from '@cis-scan/contracts';
import { Type, type TSchema } from 'typebox';
import { PROBLEM_TYPE } from './problem.ts';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is not valid; each fault with the path of its field.',
  401: 'No valid API key.',
  404: 'There is no such scan of yours.',
  409: 'Not yet, or already taken.',
  422: 'A target cannot be scanned with what was given.',
  429: 'Too many; Retry-After says when.',
  500: 'A defect of this service.',
  503: 'A part of this service is not available; Retry-After says when.',
};

/** Response schemas of the given error states; every error has the one form. */
export const problems = (...states: (keyof typeof DESCRIPTIONS)[]): Record<number, object> =>
  Object.fromEntries(
    [...states, 500, 503].map((status) => [
      status,
      { description: DESCRIPTIONS[status], content: { [PROBLEM_TYPE]: { schema: Problem } } },
    ]),
  );

/** A JSON answer with its description, for the OpenAPI document. */
export const answer = <S extends TSchema>(schema: S, description: string): S => ({ ...schema, description });

export const ScanParams = Type.Object({ requestId: RequestId }, { additionalProperties: false });
export const apiKey = [{ apiKey: [] }];
