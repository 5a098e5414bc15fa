import type { BraillePage, PageSetup } from '@modu/engine-braille';

export type RenditionState = 'BRAILLING' | 'READY';

/** A document in braille. */
export interface Rendition {
  readonly id: string;
  readonly documentId: string;
  readonly ownerId: string;
  readonly jobId: string;
  readonly state: RenditionState;
  /** As `ko-2024`. */
  readonly code: string;
  readonly grade: number | null;
  readonly setup: PageSetup;
  readonly pageCount: number;
  readonly brfAssetId: string | null;
  readonly pefAssetId: string | null;
  readonly createdAt: Date;
}

/** A page of it. */
export interface RenditionPage extends BraillePage {
  readonly renditionId: string;
}
