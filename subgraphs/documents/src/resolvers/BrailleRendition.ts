import { describeRule } from '@modu/engine-braille';
import type { LinePiece } from '@modu/engine-braille';
import type { DocumentsContext } from '../context.ts';
import { isSameEdition } from '../domain/edition.ts';
import type { Rendition, ShownPage } from '../domain/rendition.ts';
import type { PageInput } from '../operations/find-documents.ts';
import { findInRendition } from '../operations/find-in-rendition.ts';
import { findPage, listPages } from '../operations/find-renditions.ts';
import { orThrow } from './refusal-error.ts';

/** A file, once all is made: until then it may be deleted again. */
const file = ({ state }: Rendition, id: string | null) =>
  state === 'READY' && id ? { __typename: 'Asset', id } : null;

export const BrailleRendition = {
  __resolveReference: ({ id }: { id: string }, { own }: DocumentsContext) => own.renditions.load(id),
  document: ({ documentId }: Rendition, _: unknown, { own }: DocumentsContext) => own.documents.load(documentId),
  job: ({ jobId }: Rendition) => ({ __typename: 'Job', id: jobId }),
  cellsPerLine: ({ setup }: Rendition) => setup.cellsPerLine,
  linesPerPage: ({ setup }: Rendition) => setup.linesPerPage,
  isOutdated: async ({ documentId, documentVersion }: Rendition, _: unknown, { own }: DocumentsContext) =>
    (await own.documents.load(documentId))?.version !== documentVersion,
  edition: ({ edition, code }: Rendition, _: unknown, { desk }: DocumentsContext) =>
    edition && { ...edition, isCurrent: isSameEdition(edition, desk.engine.editionOf(code)) },
  find: async (
    rendition: Rendition,
    input: { readonly query: string; readonly first?: number | null },
    context: DocumentsContext,
  ) => orThrow(await findInRendition(context.desk, rendition, input), context),
  brf: (rendition: Rendition) => file(rendition, rendition.brfAssetId),
  unicode: (rendition: Rendition) => file(rendition, rendition.unicodeAssetId),
  page: async (rendition: Rendition, { number }: { readonly number: number }, { pagesOf }: DocumentsContext) => {
    const page = await findPage((asked) => pagesOf.load(asked), rendition, number);
    return page && { ...page, rendition };
  },
  pef: (rendition: Rendition) => file(rendition, rendition.pefAssetId),
  pages: async (rendition: Rendition, input: PageInput, context: DocumentsContext) => {
    const { edges, pageInfo } = orThrow(
      await listPages((asked) => context.pagesOf.load(asked), rendition, input),
      context,
    );
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, rendition } })) };
  },
};

export const BraillePage = {
  lines: ({ lines, rendition }: ShownPage) =>
    lines.map(({ cells, pieces }) => ({ cells, pieces: pieces.map((piece) => ({ ...piece, rendition })) })),
  backTranslation: (page: ShownPage, _: unknown, { readBackOf }: DocumentsContext) => readBackOf.load(page),
  // The print that a page shows.
  blocks: ({ blocks, rendition: { documentId } }: ShownPage, _: unknown, { ofDocument }: DocumentsContext) =>
    blocks.length === 0 ? [] : ofDocument.blocksNumbered.load({ documentId, numbers: blocks }),
};

type Piece = LinePiece & { readonly rendition: Rendition };

export const BraillePiece = {
  blockId: ({ block, rendition }: Piece) => (block === '' ? null : `${rendition.documentId}:${block}`),
  ruleId: ({ rule }: Piece) => rule,
  rule: ({ rule, rendition }: Piece, _: unknown, { viewer }: DocumentsContext) => {
    const { article, title } = describeRule(rule, rendition.code === 'ko-2020' ? '2020' : '2024');
    return { id: rule, article, title: title[viewer.locale] };
  },
};
