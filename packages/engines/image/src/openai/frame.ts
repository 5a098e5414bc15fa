import sharp from 'sharp';
import { SOURCE_PIXELS_MAX } from '../pictures/picture-head.ts';
import type { Size } from './models.ts';

/** Where a picture of another shape lies within what a model is sent and answers with. */
export interface Frame extends Size {
  readonly inner: Size & { readonly left: number; readonly top: number };
}

/** A picture as large as it can be in the middle of a size. */
export function frameIn({ width, height }: Size, picture: Size): Frame {
  const scale = Math.min(width / picture.width, height / picture.height);
  const inner = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const [left, top] = [(width - inner.width) >> 1, (height - inner.height) >> 1];
  return { width, height, inner: { ...inner, left, top } };
}

function borderOf({ width, height, inner }: Frame) {
  const { left, top } = inner;
  return { left, top, right: width - left - inner.width, bottom: height - top - inner.height };
}

/** The source in its frame; what lies beyond its edges mirrors it, so that it looks to the model as if it went on. */
export function frameSource(source: Uint8Array, frame: Frame): Promise<Uint8Array> {
  const { width, height } = frame.inner;
  return sharp(source)
    .resize({ width, height, fit: 'fill' })
    .extend({ ...borderOf(frame), extendWith: 'mirror' })
    .png()
    .toBuffer();
}

/** The mask in the same frame, beyond which all stays as it is. */
export function frameMask(mask: Uint8Array, frame: Frame): Promise<Uint8Array> {
  const { width, height } = frame.inner;
  return sharp(mask)
    .resize({ width, height, fit: 'fill', kernel: 'nearest' })
    .extend({ ...borderOf(frame), background: '#000000' })
    .png()
    .toBuffer();
}

/** What of an answer lies where the source lay. */
export function cutFromFrame(answer: Uint8Array, { width, height, inner }: Frame): Promise<Uint8Array> {
  return sharp(answer, { limitInputPixels: SOURCE_PIXELS_MAX, failOn: 'error' })
    .resize({ width, height, fit: 'cover' })
    .extract(inner)
    .png()
    .toBuffer();
}
