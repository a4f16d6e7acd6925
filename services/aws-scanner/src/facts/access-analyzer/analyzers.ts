import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/** Analyzers of IAM Access Analyzer per region. API: access-analyzer ListAnalyzers. */
export const analyzers = regional({
  name: 'access-analyzer/analyzers',
  calls: ['access-analyzer:ListAnalyzers'],
  async *read({ 'access-analyzer': analyzer }) {
    const found: { readonly id: string; readonly type: string; readonly status: string }[] = [];
    const ask = (nextToken: string | undefined) => analyzer.listAnalyzers({ nextToken });
    for await (const page of pages(ask, (p) => p.nextToken)) {
      for (const a of page.analyzers ?? []) {
        const id = told(a.arn, 'the ARN of an analyzer');
        found.push({ id, type: told(a.type, `the type of ${id}`), status: told(a.status, `the status of ${id}`) });
      }
    }
    // one item per region, so that a region without any analyzer is seen too
    yield { analyzers: found };
  },
});
