import type { Dab } from './mask.ts';
import { drawDabs } from './mask.ts';

/** The mask as the API wants it: a PNG of the picture's size as a data URL, white where it is made anew. */
export function maskPngOf(dabs: readonly Dab[], { width, height }: { width: number; height: number }): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (pen === null) return '';
  drawDabs(pen, dabs, { width, height, colour: '#fff' });
  // Soft rims cost bytes and mean nothing: each pixel is made anew or it is not.
  const pixels = pen.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const value = (pixels.data[i + 3] ?? 0) >= 128 ? 255 : 0;
    pixels.data.set([value, value, value, 255], i);
  }
  pen.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png');
}
