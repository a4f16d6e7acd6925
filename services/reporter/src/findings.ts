import type { Finding } from '@cis-scan/contracts';
import type { AttemptItem } from '@cis-scan/scan-table';
import type { Chunk, ChunkRef, Store } from './store.ts';

/** `cut`: some findings bear only the worst of their results, with true counts, since their full rows are missing. */
export interface AttemptFindings {
  readonly findings: readonly Finding[];
  readonly cut: boolean;
}

const refs = ({ scanId, targetId, attemptId, want }: AttemptItem): readonly ChunkRef[] =>
  Array.from({ length: want ?? 0 }, (_, chunk) => ({ scanId, targetId, attemptId, chunk }));

const questions = (findings: readonly Finding[]): string => JSON.stringify(findings.map(({ question }) => question));

/** The findings of a whole attempt as its events carried them: true verdicts and counts, at most 50 results each. */
export async function publishedFindings(store: Store, attempt: AttemptItem): Promise<AttemptFindings> {
  const chunks = await Promise.all(refs(attempt).map((ref) => store.readChunk(ref)));
  return { findings: chunks.flatMap(({ findings }) => findings), cut: false };
}

/** The findings of a whole attempt with all their results. */
export async function fullFindings(store: Store, attempt: AttemptItem): Promise<AttemptFindings> {
  const read = async (ref: ChunkRef): Promise<AttemptFindings> => {
    const chunk: Chunk = await store.readChunk(ref);
    const rows = await store.readRows(ref, chunk.rows);
    // Rows that are not those of this chunk say nothing about it.
    const usable = rows !== null && questions(rows) === questions(chunk.findings);
    return { findings: usable ? rows : chunk.findings, cut: !usable };
  };
  const parts = await Promise.all(refs(attempt).map(read));
  return { findings: parts.flatMap(({ findings }) => findings), cut: parts.some(({ cut }) => cut) };
}
