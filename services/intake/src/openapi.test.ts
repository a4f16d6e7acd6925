import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { OPENAPI_FILE, openapi } from './openapi.ts';

interface Operation {
  readonly operationId?: string;
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown> }>>;
}

let text: string;
beforeAll(async () => {
  text = await openapi();
});

describe('the OpenAPI document', () => {
  test('that is committed is the one of the code (node services/intake/src/openapi.ts writes it)', async () => {
    expect(await readFile(OPENAPI_FILE, 'utf8')).toBe(text);
  });

  test('names every operation once, with an answer and errors of the one form', () => {
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { responses } of operations) {
      const states = Object.keys(responses);
      expect(states.some((status) => status.startsWith('2'))).toBe(true);
      for (const status of states.filter((one) => !one.startsWith('2'))) {
        expect(Object.keys(responses[status]?.content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  test('has no example that looks like a secret', () => {
    expect(text).not.toMatch(/A(KI|SI)A[A-Z0-9]{16}/);
    expect(text).not.toMatch(/"[A-Za-z0-9/+]{40}"/);
  });
});
