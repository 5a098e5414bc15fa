import sharp from 'sharp';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { ReadingError } from '../reading-error.ts';
import { toPageBlocks } from '../pdf/page-blocks.ts';
import { scanStyle, toScanText } from '../recognise/scan-text.ts';
import { textOfLine } from '../recognise/recogniser.ts';
import { languageOf } from '../text/language.ts';

const PIXELS_MAX = 60_000_000;
/** What an A4 page has at 300 dots an inch; more costs time and finds nothing more. */
const SIDE_MAX = 3_500;
/** Letters of small pictures are too few dots high. */
const SIDE_MIN = 1_000;

/** A photograph or scan of a page. */
export async function* readPicture(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  if (!source.recognise) throw new ReadingError('NO_TEXT', 'The file is a picture.', { page: 1 });
  const png = await toPage(source.bytes);
  const lines = await source.recognise(png, source.language);
  const text = lines.map(textOfLine).join('\n');
  if (text.trim() === '') throw new ReadingError('NO_TEXT', 'No letters were found in the picture.', { page: 1 });
  const language = source.language ?? languageOf(text);
  yield { format: 'PICTURE', title: null, language, pageCount: 1, partCount: 1 };
  if (source.fromPart > 1) return;
  // Nobody turns the page of a picture.
  const blocks = toPageBlocks(toScanText(1, png, lines), scanStyle([]), null);
  yield { number: 1, blocks: blocks.filter(({ kind }) => kind !== 'PAGE_BREAK') };
}

/** Upright, grey, on white, of a size that letters are recognised at. @throws ReadingError DAMAGED or TOO_LARGE. */
async function toPage(bytes: Uint8Array): Promise<Uint8Array> {
  const open = () => sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
  const { width, height } = await open()
    .metadata()
    .catch((cause: unknown) => {
      throw new ReadingError('DAMAGED', 'The picture is broken.', { page: 1, cause });
    });
  if (width * height > PIXELS_MAX)
    throw new ReadingError('TOO_LARGE', `The picture has ${width} × ${height} dots.`, { page: 1 });
  const side = Math.max(width, height);
  const target = Math.min(SIDE_MAX, side < SIDE_MIN ? side * 2 : side);
  return open()
    .rotate()
    .flatten({ background: '#fff' })
    .resize(target, target, { fit: 'inside' })
    .greyscale()
    .png()
    .toBuffer()
    .catch((cause: unknown) => {
      throw new ReadingError('DAMAGED', 'The picture is broken or cut short.', { page: 1, cause });
    });
}
