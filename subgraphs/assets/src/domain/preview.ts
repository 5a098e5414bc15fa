import type { AssetPurpose } from './asset.ts';
import { HELD_BYTES_MAX, RECORDING_BYTES_MAX } from './content-limits.ts';

/** What is derived from a file so that people can tell it from others without opening it. */
export const PREVIEW_STATES = ['NONE', 'PENDING', 'READY', 'FAILED'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** The longer side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDES = [256, 1_024] as const;
export type ThumbnailSide = (typeof THUMBNAIL_SIDES)[number];

/** What was found in a file. */
export interface PreviewFacts {
  /** Base64; about 25 bytes that draw a blurred stand-in. */
  readonly thumbhash?: string;
  /** Of the picture, or of a PDF's first page; in pixels, the right way up. */
  readonly width?: number;
  readonly height?: number;
  readonly pageCount?: number;
  readonly durationMs?: number;
  /** The loudest moment of each of some equal stretches, 0 to 1. */
  readonly waveform?: readonly number[];
}

export interface Preview extends PreviewFacts {
  readonly state: PreviewState;
  readonly hasThumbnail: boolean;
}

export type PreviewKind = 'PICTURE' | 'PDF' | 'WAVE' | 'RECORDING';

const WAVES = new Set(['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave']);
/** What is decoded first. */
const RECORDINGS = /^audio\/(mpeg|mp3|ogg|opus|mp4|m4a|x-m4a|aac|flac|x-flac|webm)$/;
const PICTURES = /^image\/(png|apng|jpe?g|webp|gif|tiff|avif|svg\+xml)$/;

/** How a file of this type is looked at for its preview; `undefined` when there is none. */
export function previewKindOf(contentType: string): PreviewKind | undefined {
  if (PICTURES.test(contentType)) return 'PICTURE';
  if (contentType === 'application/pdf') return 'PDF';
  if (WAVES.has(contentType)) return 'WAVE';
  return RECORDINGS.test(contentType) ? 'RECORDING' : undefined;
}

/** A gallery picture has a thumbnail of its own, of which the smaller one is made; the larger one is made of the picture itself. */
const SIDES_BY_PURPOSE: Readonly<Record<AssetPurpose, readonly ThumbnailSide[]>> = {
  FILE: THUMBNAIL_SIDES,
  IMAGE_THUMBNAIL: [256],
  IMAGE_ORIGINAL: [1_024],
  ARCHIVE: [],
};

export interface Previewed {
  readonly purpose: AssetPurpose;
  readonly contentType: string;
}

interface Placed {
  readonly purpose: AssetPurpose;
  readonly objectKey: string;
}

/** The sides of the thumbnails that a file may have; none when it has no preview. */
export function thumbnailSidesOf({ purpose, contentType }: Previewed): readonly ThumbnailSide[] {
  return previewKindOf(contentType) === undefined ? [] : SIDES_BY_PURPOSE[purpose];
}

/** The largest file of this kind that is looked at: held in memory, or for recordings put onto the disk. */
export const previewedBytesMax = (kind: PreviewKind): number =>
  kind === 'RECORDING' ? RECORDING_BYTES_MAX : HELD_BYTES_MAX;

/** What tells a later try of a picture's original from the first (`laterOriginalKeyOf`): what is made of it carries it too. */
const LATER_ORIGINAL = /\/original(-[0-9a-f-]{36})\.png$/;

/**
 * Beside the file, where no name of a file can be: names hold no slash. Each try of a picture's original has a place of its own, so
 * that one which is removed takes nothing of the one that stays.
 */
export function thumbnailKeyOf({ objectKey, purpose }: Placed, side: ThumbnailSide): string {
  const later = purpose === 'IMAGE_ORIGINAL' ? (LATER_ORIGINAL.exec(objectKey)?.[1] ?? '') : '';
  return `${previewHomeOf(objectKey)}${side}${later}.webp`;
}

export function previewHomeOf(objectKey: string): string {
  return `${objectKey.slice(0, objectKey.lastIndexOf('/') + 1)}previews/`;
}

/** What a picture was made from: beside its thumbnail, which every picture of the gallery has. */
export function metadataKeyOf(thumbnailKey: string): string {
  return `${thumbnailKey.slice(0, thumbnailKey.lastIndexOf('/') + 1)}metadata.json`;
}

/** All that may lie in the bucket because of a file, beside its own bytes. */
export function derivedKeysOf(asset: Previewed & { readonly objectKey: string }): string[] {
  const thumbnails = thumbnailSidesOf(asset).map((side) => thumbnailKeyOf(asset, side));
  return asset.purpose === 'IMAGE_THUMBNAIL' ? [...thumbnails, metadataKeyOf(asset.objectKey)] : thumbnails;
}
