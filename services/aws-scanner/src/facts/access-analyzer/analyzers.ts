import { regional } from '../define.ts';
import { pages } from '../door.ts';

/** Analyzers of IAM Access Analyzer per region. API: access-analyzer ListAnalyzers. */
export const analyzers = regional({
  name: 'access-analyzer/analyzers',
  calls: ['access-analyzer:ListAnalyzers'],
  async *read({ 'access-analyzer': analyzer }) {
    const found: { readonly id: string; readonly type: string; readonly status: string }[] = [];
    const ask = (nextToken: string | undefined) => analyzer.listAnalyzers({ nextToken });
    for await (const page of pages(ask, (p) => p.nextToken)) {
      for (const a of page.analyzers ?? []) found.push({ id: a.arn ?? '', type: a.type ?? '', status: a.status ?? '' });
    }
    // one item per region, so that a region without any analyzer is seen too
    yield { analyzers: found };
  },
});
