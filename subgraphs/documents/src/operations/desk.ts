import type { AssetsClient, BillingClient, JobsClient } from '@modu/paid-work';
import type { ClipStore } from '../store/clip-store.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { RenditionStore } from '../store/rendition-store.ts';

/** What the operations work with. */
export interface Desk {
  readonly documents: DocumentStore;
  readonly renditions: RenditionStore;
  readonly clips: ClipStore;
  readonly billing: BillingClient;
  readonly jobs: JobsClient;
  readonly assets: AssetsClient;
}
