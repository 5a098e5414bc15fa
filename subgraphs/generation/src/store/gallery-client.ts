import type { ServiceCaller } from '@modu/network';
import { ON_REFUSAL, remoteRefusal } from '@modu/paid-work';
import type { RemoteRefusal } from '@modu/paid-work';
import { z } from 'zod';

const image = z.object({ __typename: z.literal('Image'), id: z.string() });
export type RemoteImage = z.output<typeof image>;

export interface NewImage {
  readonly id: string;
  readonly ownerId: string;
  readonly assetId: string;
  readonly jobId: string;
  /** The picture it was made from, where there is one. */
  readonly parentId: string | null;
  readonly task: string;
  readonly batchIndex: number;
  readonly modelId: string;
  readonly prompt: string | null;
  readonly negativePrompt: string | null;
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What this domain asks of the gallery, on behalf of the picture's owner. */
export interface GalleryClient {
  find(ownerId: string, id: string): Promise<FoundImage | null>;
  /** Idempotent by id; also makes the thumbnail, so it may take a while. */
  createImage(newImage: NewImage): Promise<RemoteImage | RemoteRefusal>;
  /** Deletes pictures for good, wherever they lie; those that are not there are fine. */
  remove(ownerId: string, ids: readonly string[]): Promise<void>;
}

const foundImage = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  asset: z.object({ id: z.string() }),
});
export type FoundImage = z.output<typeof foundImage>;
const found = z.object({ image: foundImage.nullable() });
const created = z.object({ createImage: z.discriminatedUnion('__typename', [image, remoteRefusal]) });
const removed = z.object({
  deleteImages: z.object({ __typename: z.literal('ChangedImages') }),
  purgeImages: z.object({ __typename: z.literal('PurgedImages') }),
});

const FIND = 'query ($id: ID!) { image(id: $id) { id width height asset { id } } }';
const CREATE = `mutation ($input: CreateImageInput!) {
  createImage(input: $input) { ... on Image { __typename id } ${ON_REFUSAL} }
}`;
/** Only what is in the trash can be deleted for good. */
const REMOVE = `mutation ($ids: [ID!]!) {
  deleteImages(ids: $ids) { __typename ${ON_REFUSAL} }
  purgeImages(ids: $ids) { __typename ${ON_REFUSAL} }
}`;
const CREATE_TIMEOUT_MS = 30_000;

export function createGalleryClient(caller: ServiceCaller): GalleryClient {
  return {
    find: async (ownerId, id) => {
      const call = { subgraph: 'gallery', query: FIND, variables: { id }, actingFor: ownerId };
      return found.parse(await caller.call(call)).image;
    },
    remove: async (ownerId, ids) => {
      const call = { subgraph: 'gallery', query: REMOVE, variables: { ids }, actingFor: ownerId };
      removed.parse(await caller.call(call));
    },
    createImage: async (input) => {
      const call = { subgraph: 'gallery', query: CREATE, variables: { input }, actingFor: input.ownerId };
      return created.parse(await caller.call({ ...call, timeoutMs: CREATE_TIMEOUT_MS })).createImage;
    },
  };
}
