import type { PreviewKind } from '../domain/preview.ts';
import { makePdfPreview } from './pdf-page.ts';
import { makePicturePreview } from './picture-preview.ts';
import type { MadePreview } from './picture-preview.ts';
import { makeWavePreview } from './wave-preview.ts';

/** Makes the preview of a file of this kind. @throws when the file is not what it should be. */
export async function makePreview(kind: PreviewKind, bytes: Uint8Array): Promise<MadePreview> {
  switch (kind) {
    case 'PICTURE':
      return makePicturePreview(bytes);
    case 'PDF':
      return makePdfPreview(bytes);
    case 'WAVE':
      return makeWavePreview(bytes);
  }
}
