import type { FindingsRecorded, Finding } from '@cis-scan/contracts';
import type { ReportFile } from '@cis-scan/scan-table';

/** What a rendering gives: three files, the CSV in pieces since it may be long. */
export interface ReportTexts {
  readonly html: string;
  readonly csv: AsyncIterable<string>;
  readonly json: string;
}

export interface ReportFiles {
  readonly html: ReportFile;
  readonly csv: ReportFile;
  readonly json: ReportFile;
}

/** A chunk as it was published. */
export type Chunk = Pick<FindingsRecorded, 'rows' | 'findings'>;

export interface ChunkRef {
  readonly scanId: string;
  readonly targetId: number;
  readonly attemptId: string;
  readonly chunk: number;
}

/** Where chunks and reports lie. Putting the same twice changes nothing. */
export interface Store {
  putChunk(ref: ChunkRef, chunk: Chunk): Promise<void>;
  readChunk(ref: ChunkRef): Promise<Chunk>;
  /** The findings of a chunk with all their results; `null` where they are not (or no longer) there. */
  readRows(ref: ChunkRef, key: string): Promise<readonly Finding[] | null>;
  /** Stores a report. `build` names what it was built from: two reports that differ never share a place. */
  putReport(scanId: string, build: string, texts: ReportTexts): Promise<ReportFiles>;
  readReport(file: ReportFile): Promise<Uint8Array>;
  /** An address at which anyone can fetch the file for so many seconds, under this file name. */
  linkTo(file: ReportFile, name: string, seconds: number): Promise<string>;
  /** Takes a report away again. */
  removeReport(files: ReportFiles): Promise<void>;
}
