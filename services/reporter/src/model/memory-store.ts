import type { ReportFile } from '@cis-scan/scan-table';
import type { ChunkRef, Store } from '../store.ts';
import type { World } from './world.ts';

const nameOf = ({ targetId, attemptId, chunk }: ChunkRef): string => `${targetId}/${attemptId}/${chunk}`;

/** Thrown where a chunk is asked for that is not there. */
export class MissingChunk extends Error {}

/** The store in memory. Full rows are never there, so reports are built from what the chunks hold. */
export function memoryStore(world: World): Store {
  const put = (key: string, text: string): ReportFile => {
    world.files[key] = text;
    return { key, bytes: text.length };
  };
  return {
    async putChunk(ref, chunk) {
      world.chunks[nameOf(ref)] = chunk;
    },
    async readChunk(ref) {
      const chunk = world.chunks[nameOf(ref)];
      if (!chunk) throw new MissingChunk(nameOf(ref));
      return chunk;
    },
    readRows: async () => null,
    async putReport(_, build, { html, json }) {
      return {
        html: put(`${build}/html`, html),
        csv: put(`${build}/csv`, ''),
        json: put(`${build}/json`, json),
      };
    },
    readReport: async ({ key }) => Buffer.from(world.files[key] ?? ''),
    linkTo: async ({ key }) => `https://store.example/${key}`,
    async removeReport(files) {
      for (const { key } of Object.values(files) as ReportFile[]) delete world.files[key];
    },
  };
}
