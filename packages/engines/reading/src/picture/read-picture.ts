import sharp from 'sharp';
import type { Metadata } from 'sharp';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { ReadingError } from '../reading-error.ts';
import { openScannedPages } from '../pdf/scanned-pages.ts';
import { languageOf } from '../text/language.ts';

const PIXELS_MAX = 60_000_000;
/** What an A4 page has at 300 dots an inch; more costs time and finds nothing more. */
const SIDE_MAX = 3_500;
/** Letters of small pictures are too few dots high. */
const SIDE_MIN = 1_000;

/** A scanner's file has no more; what has is no document. */
const PAGES_MAX = 2_000;

/** A photograph or scan of a page, or a file (TIFF) of several. */
export async function* readPicture({
  bytes,
  recognise,
  fromPart,
  ...source
}: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  if (!recognise) throw new ReadingError('NO_TEXT', 'The file is a picture.', { page: 1 });
  const pageCount = await countPages(bytes);
  const isOne = pageCount === 1;
  const draw = (number: number) => toPage(bytes, number);
  const scans = openScannedPages({ pageCount, draw, isBare: () => Promise.resolve(true) }, recognise);
  const text = await scans.textOf(1, source.language);
  if (isOne && text.trim() === '')
    throw new ReadingError('NO_TEXT', 'No letters were found in the picture.', { page: 1 });
  const language = source.language ?? languageOf(text);
  yield { format: 'PICTURE', title: null, language, pageCount, partCount: pageCount };
  for (let number = fromPart; number <= pageCount; number += 1) {
    const blocks = await scans.blocks(number, { language: source.language, label: null });
    // Nobody turns the page of a picture.
    yield { number, blocks: isOne ? blocks.filter(({ kind }) => kind !== 'PAGE_BREAK') : blocks };
  }
}

/** The pages of a TIFF; other forms have one that is read, though they may move. @throws ReadingError DAMAGED or TOO_LARGE. */
async function countPages(bytes: Uint8Array): Promise<number> {
  const { format, pages = 1 } = await look(bytes, 1);
  if (format !== 'tiff') return 1;
  if (pages > PAGES_MAX) throw new ReadingError('TOO_LARGE', `The file has ${pages} pages.`);
  return pages;
}

const open = (bytes: Uint8Array, number: number) =>
  sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', ...(number > 1 ? { page: number - 1 } : {}) });

async function look(bytes: Uint8Array, page: number): Promise<Metadata> {
  const told = await open(bytes, page)
    .metadata()
    .catch((cause: unknown) => {
      throw new ReadingError('DAMAGED', 'The picture is broken.', { page, cause });
    });
  if (told.width * told.height > PIXELS_MAX)
    throw new ReadingError('TOO_LARGE', `The picture has ${told.width} × ${told.height} dots.`, { page });
  return told;
}

/** Upright, grey, on white, of a size that letters are recognised at. @throws ReadingError DAMAGED or TOO_LARGE. */
async function toPage(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  const { width, height } = await look(bytes, page);
  const side = Math.max(width, height);
  const target = Math.min(SIDE_MAX, side < SIDE_MIN ? side * 2 : side);
  return open(bytes, page)
    .rotate()
    .flatten({ background: '#fff' })
    .resize(target, target, { fit: 'inside' })
    .greyscale()
    .png()
    .toBuffer()
    .catch((cause: unknown) => {
      throw new ReadingError('DAMAGED', 'The picture is broken or cut short.', { page, cause });
    });
}
