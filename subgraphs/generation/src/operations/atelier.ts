import type { Model } from '../domain/model.ts';
import type { BillingClient } from '../store/billing-client.ts';
import type { JobsClient } from '../store/jobs-client.ts';

/** What the operations work with. */
export interface Atelier {
  readonly models: readonly Model[];
  readonly billing: BillingClient;
  readonly jobs: JobsClient;
}

/** The one that is used when none is named. */
export function findModel({ models }: Pick<Atelier, 'models'>, id: string | null | undefined): Model | undefined {
  return id ? models.find((model) => model.id === id) : models[0];
}
