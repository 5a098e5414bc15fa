import type { Rejection } from '../domain/asset.ts';
import { checkArchive } from './check-archive.ts';
import { checkDrawing } from './check-drawing.ts';
import { checkGzip } from './check-gzip.ts';
import { checkPdf } from './check-pdf.ts';
import { checkPicture } from './check-picture.ts';
import { bytesOf } from './content.ts';
import type { Content } from './content.ts';
import { hasSecondFormat } from './second-format.ts';

/**
 * Looks inside a file, as its kind asks for: pictures are decoded, archives and documents unpacked, drawings read
 * through. @returns why it is not taken; throws only when its bytes could not be reached.
 */
export async function checkContent(content: Content): Promise<Rejection | undefined> {
  if (await hasSecondFormat(content)) return 'TWO_FORMATS';
  const { kind, held } = content;
  switch (kind) {
    case 'PICTURE':
      return held ? checkPicture(held) : 'TOO_MANY_PIXELS';
    case 'DRAWING':
      return held ? checkDrawing(held) : 'BOMB';
    case 'ARCHIVE':
      return checkArchive(content);
    case 'GZIP':
      return checkGzip(content);
    case 'PDF':
      return checkPdf(await bytesOf(content));
    case 'FOREIGN_ARCHIVE':
      return 'UNSUPPORTED_ARCHIVE';
    case 'PLAIN':
      return undefined;
  }
}
