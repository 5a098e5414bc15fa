import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import type { Correction } from './domain/correction.ts';
import type { Document, OutlineEntry, PlacedBlock } from './domain/document.ts';
import type { Rendition, RenditionPage, ShownPage } from './domain/rendition.ts';
import type { ChapterHead, SpeechChapter, SpeechClip } from './domain/speech-clip.ts';
import type { Transcript, TranscriptSegment } from './domain/transcript.ts';
import type { Desk } from './operations/desk.ts';
import { findChapters } from './operations/find-clips.ts';
import { findOwn } from './operations/find-own.ts';
import { readBack } from './operations/read-back.ts';
import { withoutLost } from './operations/without-lost.ts';
import type { Made } from './operations/without-lost.ts';
import type { ChapterPlace } from './store/clip-store.ts';
import type { PagesAsked } from './store/rendition-store.ts';
import type { BlocksAsked, NumbersAsked } from './store/read-blocks.ts';

/** What every request of this domain has. */
export interface DocumentsContext extends BaseContext {
  readonly desk: Desk;
  readonly own: OwnLoaders;
  readonly ofDocument: DocumentLoaders;
  readonly ofSpeech: SpeechLoaders;
  /** Pages of renditions that the viewer has been shown. */
  readonly pagesOf: DataLoader<PagesAsked, readonly RenditionPage[]>;
  /** What the lines of such a page say; each page is read back once, however often it is asked for. */
  readonly readBackOf: DataLoader<ShownPage, readonly string[], string>;
}

/** What the viewer owns, by id, many in one read; null for whatever is not theirs. */
export interface OwnLoaders {
  readonly documents: DataLoader<string, Document | null>;
  readonly renditions: DataLoader<string, Rendition | null>;
  readonly clips: DataLoader<string, SpeechClip | null>;
  readonly transcripts: DataLoader<string, Transcript | null>;
}

/** What belongs to documents, many in one read. Asked only of documents that the viewer has been shown. */
export interface DocumentLoaders {
  readonly renditions: DataLoader<string, readonly Rendition[]>;
  readonly clips: DataLoader<string, readonly SpeechClip[]>;
  readonly lastCorrection: DataLoader<string, Correction | null>;
  readonly outline: DataLoader<string, readonly OutlineEntry[]>;
  readonly blocks: DataLoader<BlocksAsked, readonly PlacedBlock[]>;
  readonly blocksNumbered: DataLoader<NumbersAsked, readonly PlacedBlock[]>;
}

/** What belongs to clips and transcripts that the viewer has been shown. */
export interface SpeechLoaders {
  readonly chapters: DataLoader<string, readonly ChapterHead[]>;
  readonly wholeChapter: DataLoader<ChapterPlace, SpeechChapter | null, string>;
  readonly segments: DataLoader<string, readonly TranscriptSegment[]>;
}

export function createDocumentsContext(base: BaseContext, desk: Desk): DocumentsContext {
  const own = <Row extends Made & { readonly id: string }>(find: Parameters<typeof findOwn<Row>>[0]['find']) =>
    new DataLoader<string, Row | null>((ids) => findOwn({ find, jobs: desk.jobs }, base.viewer, ids));
  return {
    ...base,
    desk,
    own: {
      documents: own(desk.documents.find),
      renditions: own(desk.renditions.find),
      clips: own(desk.clips.find),
      transcripts: own(desk.transcripts.find),
    },
    ofDocument: createDocumentLoaders(desk),
    ofSpeech: createSpeechLoaders(desk),
    pagesOf: new DataLoader((asked) => desk.renditions.pages(asked)),
    readBackOf: new DataLoader(
      (pages) => Promise.all(pages.map((page) => readBack({ engine: desk.engine, signal: base.signal }, page))),
      { batch: false, cacheKeyFn: ({ rendition, number }) => `${rendition.id}:${number}` },
    ),
  };
}

function createDocumentLoaders(desk: Desk): DocumentLoaders {
  return {
    renditions: grouped(
      async (ids) => withoutLost(desk.jobs, await desk.renditions.listOf(ids)),
      ({ documentId }) => documentId,
    ),
    clips: grouped(
      async (ids) => withoutLost(desk.jobs, await desk.clips.listOf(ids)),
      ({ documentId }) => documentId,
    ),
    lastCorrection: new DataLoader(async (ids) => {
      const last = await desk.corrections.last(ids);
      return ids.map((id) => last.get(id) ?? null);
    }),
    outline: new DataLoader((ids) => desk.documents.outlines(ids)),
    blocks: new DataLoader((asked) => desk.documents.blocks(asked)),
    blocksNumbered: new DataLoader((asked) => desk.documents.blocksNumbered(asked)),
  };
}

function createSpeechLoaders(desk: Desk): SpeechLoaders {
  return {
    chapters: grouped(
      (ids) => desk.clips.chapters(ids),
      ({ clipId }) => clipId,
    ),
    wholeChapter: new DataLoader((asked) => findChapters(desk, asked), {
      cacheKeyFn: ({ clipId, number }) => `${clipId}:${number}`,
    }),
    segments: grouped(
      (ids) => desk.transcripts.segments(ids),
      ({ transcriptId }) => transcriptId,
    ),
  };
}

function grouped<Row>(
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  ownerOf: (row: Row) => string | null,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (ids) => {
    const rows = Map.groupBy(await read(ids), ownerOf);
    return ids.map((id) => rows.get(id) ?? []);
  });
}
