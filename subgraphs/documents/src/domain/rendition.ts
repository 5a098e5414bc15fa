import type { BraillePage, PageSetup } from '@modu/engine-braille';
import type { EngineEdition } from './edition.ts';

export type RenditionState = 'BRAILLING' | 'READY';

/** A document in braille. */
export interface Rendition {
  readonly id: string;
  readonly documentId: string;
  /** Of the document when its pages were begun; an older one than the document's means that it was corrected since. */
  readonly documentVersion: number;
  readonly ownerId: string;
  readonly jobId: string;
  readonly state: RenditionState;
  /** As `ko-2024`. */
  readonly code: string;
  readonly grade: number | null;
  readonly setup: PageSetup;
  /** Of what made its pages; null when that was before it was kept. */
  readonly edition: EngineEdition | null;
  /** Pages that are there; with those of the contents once these stand before them. */
  readonly pageCount: number;
  readonly contentsPageCount: number;
  readonly brfAssetId: string | null;
  readonly pefAssetId: string | null;
  readonly unicodeAssetId: string | null;
  readonly createdAt: Date;
}

/** The files that were stored of it so far. */
export const filesOfRendition = ({ brfAssetId, pefAssetId, unicodeAssetId }: Rendition): string[] =>
  [brfAssetId, pefAssetId, unicodeAssetId].filter((id) => id !== null);

/** What the cells of blocks are kept by: whatever else than their words decides about them. */
export const cellsCodeOf = (code: string, { math }: Pick<PageSetup, 'math'>): string =>
  math === 'UEB' ? code : `${code} ${math}`;

/** The code of such cells. */
export const codeOfCells = (cellsCode: string): string => cellsCode.split(' ', 1)[0] ?? cellsCode;

/** A page of it. */
export interface RenditionPage extends BraillePage {
  readonly renditionId: string;
  /** The numbers of the blocks that it shows. */
  readonly blocks: readonly number[];
}

/** A page with what it belongs to, as somebody is shown it. */
export interface ShownPage extends RenditionPage {
  readonly rendition: Rendition;
}
