import type { BrailleEngine } from '@modu/engine-braille';
import type { AssetsClient, BillingClient, JobsClient } from '@modu/paid-work';
import type { ReadingExpected } from '../contracts.ts';
import type { ClipStore } from '../store/clip-store.ts';
import type { CellsStore } from '../store/cells-store.ts';
import type { CorrectionStore } from '../store/correction-store.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { OfferStore } from '../store/offer-store.ts';
import type { RenditionStore } from '../store/rendition-store.ts';
import type { TranscriptStore } from '../store/transcript-store.ts';

/** What the operations work with. */
export interface Desk {
  /** Reads braille back, and says what it is made by. */
  readonly engine: Pick<BrailleEngine, 'backTranslate' | 'codes' | 'editionOf'>;
  readonly documents: DocumentStore;
  readonly renditions: RenditionStore;
  readonly clips: ClipStore;
  readonly transcripts: TranscriptStore;
  readonly offers: OfferStore;
  readonly corrections: CorrectionStore;
  readonly cells: CellsStore;
  readonly billing: BillingClient;
  readonly jobs: JobsClient;
  readonly assets: AssetsClient;
  /** Tells workers what may have to be read in a moment. */
  readonly expectReading: (expected: ReadingExpected) => void;
}
