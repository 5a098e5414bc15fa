import type { AssetsClient, BillingClient, JobsClient } from '@modu/paid-work';
import type { DocumentStore } from '../store/document-store.ts';

/** What the operations work with. */
export interface Desk {
  readonly documents: DocumentStore;
  readonly billing: BillingClient;
  readonly jobs: JobsClient;
  readonly assets: AssetsClient;
}
