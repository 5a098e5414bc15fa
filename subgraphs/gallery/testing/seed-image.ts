import { aService, uploadBytes } from '@modu/assets/testing';
import type { Outcome } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { paintPicture } from './paint-picture.ts';
import type { RunningGallery } from './start-gallery.ts';

const CREATE = `mutation ($input: CreateImageInput!) { createImage(input: $input) { __typename
  ... on Image { id width height thumbhash prompt seed settings asset { id } thumbnail { id } model { id } job { id } }
  ... on Refusal { code message path } } }`;

/** Stores a finished picture's bytes the way a worker does. @returns the asset's id. */
export async function storeOriginal(
  { assets }: RunningGallery,
  { ownerId, imageId, bytes }: { readonly ownerId: string; readonly imageId: string; readonly bytes?: Uint8Array },
): Promise<string> {
  const file = {
    bytes: bytes ?? (await paintPicture()),
    filename: 'picture.png',
    contentType: 'image/png',
    purpose: 'IMAGE_ORIGINAL' as const,
    imageId,
    idempotencyKey: `${imageId}:original`,
  };
  return (await uploadBytes(assets.ask, aService(ownerId), file)).id;
}

export async function createImage(gallery: RunningGallery, input: object): Promise<Outcome> {
  const { data, errors } = await gallery.ask(aService(), CREATE, { input });
  if (!data) throw new Error(JSON.stringify(errors));
  return data['createImage'] as Outcome;
}

/** A picture in somebody's gallery, made the way the product makes it. */
export async function seedImage(gallery: RunningGallery, ownerId: string, details: object = {}): Promise<Outcome> {
  const id = createId();
  const assetId = await storeOriginal(gallery, { ownerId, imageId: id });
  return createImage(gallery, { id, ownerId, assetId, ...details });
}
