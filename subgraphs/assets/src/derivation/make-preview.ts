import type { PreviewKind } from '../domain/preview.ts';
import type { ThumbnailSide } from '../domain/preview.ts';
import { makePdfPreview } from './pdf-page.ts';
import { makePicturePreview } from './picture-preview.ts';
import type { MadePreview } from './picture-preview.ts';
import { makeRecordingPreview } from './recording-preview.ts';
import { makeWavePreview } from './wave-preview.ts';

/** A file as it can be had: into memory, or onto the disk. */
export interface PreviewSource {
  /** Of the thumbnails of a picture. */
  readonly sides: readonly ThumbnailSide[];
  bytes(): Promise<Uint8Array>;
  save(path: string): Promise<void>;
}

/** Makes the preview of a file of this kind; undefined when it shall have none. @throws when the file is not what it should be. */
export async function makePreview(kind: PreviewKind, source: PreviewSource): Promise<MadePreview | undefined> {
  switch (kind) {
    case 'PICTURE':
      return makePicturePreview(await source.bytes(), source.sides);
    case 'PDF':
      return makePdfPreview((path) => source.save(path));
    case 'WAVE':
      return makeWavePreview(await source.bytes());
    case 'RECORDING':
      return makeRecordingPreview((path) => source.save(path));
  }
}
