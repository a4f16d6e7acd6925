import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { renderJson } from './json.ts';
import { buildModel } from './model.ts';
import { sampleOutcome } from './sample/outcome.ts';
import { reportSchema } from './schema.ts';

const published = readFileSync(new URL('../../../../docs/report.schema.json', import.meta.url), 'utf8');

test('the published schema is the one that the contract says', () => {
  expect(JSON.parse(published)).toEqual(JSON.parse(reportSchema()));
});

test('report.json is valid by the published schema, and a broken one is not', () => {
  const ajv = new Ajv2020({ formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) } });
  const valid = ajv.compile(JSON.parse(published));
  const report: unknown = JSON.parse(renderJson(buildModel(sampleOutcome(), '2026-02-03T09:17:00.000Z')));
  expect(valid(report)).toBe(true);
  expect(valid.errors).toBeNull();
  expect(valid({ ...Object(report), extra: 1 })).toBe(false);
  expect(valid(JSON.parse(JSON.stringify(report).replace('"not-assessed"', '"unknown"')))).toBe(false);
});
