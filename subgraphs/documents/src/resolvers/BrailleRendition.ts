import { describeRule } from '@modu/engine-braille';
import type { LinePiece } from '@modu/engine-braille';
import type { DocumentsContext } from '../context.ts';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import { findDocument } from '../operations/find-documents.ts';
import type { PageInput } from '../operations/find-documents.ts';
import { findInRendition } from '../operations/find-in-rendition.ts';
import { blocksOfPage, findPage, findRendition, listPages } from '../operations/find-renditions.ts';
import { readBack } from '../operations/read-back.ts';
import { orThrow } from './refusal-error.ts';

/** A file, once all is made: until then it may be deleted again. */
const file = ({ state }: Rendition, id: string | null) =>
  state === 'READY' && id ? { __typename: 'Asset', id } : null;

export const BrailleRendition = {
  __resolveReference: ({ id }: { id: string }, { desk, viewer }: DocumentsContext) => findRendition(desk, viewer, id),
  document: ({ documentId }: Rendition, _: unknown, { desk, viewer }: DocumentsContext) =>
    findDocument(desk, viewer, documentId),
  job: ({ jobId }: Rendition) => ({ __typename: 'Job', id: jobId }),
  cellsPerLine: ({ setup }: Rendition) => setup.cellsPerLine,
  linesPerPage: ({ setup }: Rendition) => setup.linesPerPage,
  isOutdated: async ({ documentId, documentVersion }: Rendition, _: unknown, { desk, viewer }: DocumentsContext) =>
    (await findDocument(desk, viewer, documentId))?.version !== documentVersion,
  find: async (
    rendition: Rendition,
    input: { readonly query: string; readonly first?: number | null },
    context: DocumentsContext,
  ) => orThrow(await findInRendition(context.desk, rendition, input), context),
  brf: (rendition: Rendition) => file(rendition, rendition.brfAssetId),
  unicode: (rendition: Rendition) => file(rendition, rendition.unicodeAssetId),
  page: async (rendition: Rendition, { number }: { readonly number: number }, { desk }: DocumentsContext) => {
    const page = await findPage(desk, rendition, number);
    return page && { ...page, rendition };
  },
  pef: (rendition: Rendition) => file(rendition, rendition.pefAssetId),
  pages: async (rendition: Rendition, input: PageInput, context: DocumentsContext) => {
    const { edges, pageInfo } = orThrow(await listPages(context.desk, rendition, input), context);
    return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, rendition } })) };
  },
};

type Page = RenditionPage & { readonly rendition: Rendition };

export const BraillePage = {
  lines: ({ lines, rendition }: Page) =>
    lines.map(({ cells, pieces }) => ({ cells, pieces: pieces.map((piece) => ({ ...piece, rendition })) })),
  backTranslation: (page: Page, _: unknown, { desk }: DocumentsContext) => readBack(desk.engine, page.rendition, page),
  blocks: (page: Page, _: unknown, { desk }: DocumentsContext) => blocksOfPage(desk, page.rendition, page),
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
