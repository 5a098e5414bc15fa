import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { Correction } from './domain/correction.ts';
import type { Rendition } from './domain/rendition.ts';
import type { SpeechClip } from './domain/speech-clip.ts';
import type { Desk } from './operations/desk.ts';

/** What every request of this domain has. */
export interface DocumentsContext extends BaseContext {
  readonly desk: Desk;
  readonly ofDocument: DocumentLoaders;
}

/** What belongs to documents, many in one read. Asked only of documents that the viewer has been shown. */
export interface DocumentLoaders {
  readonly renditions: DataLoader<string, readonly Rendition[]>;
  readonly clips: DataLoader<string, readonly SpeechClip[]>;
  readonly lastCorrection: DataLoader<string, Correction | null>;
}

export function createDocumentsContext(base: BaseContext, desk: Desk): DocumentsContext {
  const grouped = <Row extends { readonly documentId: string | null }>(
    read: (documentIds: readonly string[]) => Promise<readonly Row[]>,
  ) =>
    new DataLoader<string, readonly Row[]>(async (documentIds) => {
      const rows = Map.groupBy(await read(documentIds), ({ documentId }) => documentId);
      return documentIds.map((id) => rows.get(id) ?? []);
    });
  return {
    ...base,
    desk,
    ofDocument: {
      renditions: grouped((ids) => desk.renditions.listOf(ids)),
      clips: grouped((ids) => desk.clips.listOf(ids)),
      lastCorrection: new DataLoader(async (ids) => {
        const last = await desk.corrections.last(ids);
        return ids.map((id) => last.get(id) ?? null);
      }),
    },
  };
}
