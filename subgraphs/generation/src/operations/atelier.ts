import type { AssetsClient, BillingClient, JobsClient } from '@modu/paid-work';
import type { Model } from '../domain/model.ts';
import type { GalleryClient } from '../store/gallery-client.ts';
import type { Moderator } from '../store/moderator.ts';
import type { MeasurePicture } from './measure-picture.ts';

/** What the operations work with. */
export interface Atelier {
  /** What there is now: engines come and go. */
  readonly models: () => readonly Model[];
  readonly billing: BillingClient;
  readonly jobs: JobsClient;
  readonly assets: AssetsClient;
  readonly gallery: GalleryClient;
  readonly moderator: Moderator;
  readonly measurePicture: MeasurePicture;
}

/** The one that is used when none is named. */
export function findModel({ models }: Pick<Atelier, 'models'>, id: string | null | undefined): Model | undefined {
  return id ? models().find((model) => model.id === id) : models()[0];
}
