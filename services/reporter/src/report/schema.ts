import { Report } from '@cis-scan/contracts';

/**
 * The public JSON schema of report.json, as text. It is derived from the contract; the published copy is
 * docs/report.schema.json, made anew by `node services/reporter/src/report/schema.ts > docs/report.schema.json`.
 */
export function reportSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Report',
    description: 'report.json of a CIS scan: one document per target, or why there is none.',
    ...Report,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.main) process.stdout.write(reportSchema());
