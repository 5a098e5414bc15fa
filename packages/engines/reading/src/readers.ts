import type { Format, ReadFormat, Source } from './contract.ts';
import { ReadingError } from './reading-error.ts';
import { sniff } from './sniff.ts';

/** A reader for each form, loaded when a file of that form comes. */
const READERS: Partial<Readonly<Record<Format, () => Promise<ReadFormat>>>> = {
  TEXT: async () => (await import('./text/read-text.ts')).readText,
  MARKDOWN: async () => (await import('./html/read-markdown.ts')).readMarkdown,
  HTML: async () => (await import('./html/read-html.ts')).readHtml,
  DOCX: async () => (await import('./docx/read-docx.ts')).readDocx,
  HWPX: async () => (await import('./hwpx/read-hwpx.ts')).readHwpx,
  EPUB: async () => (await import('./epub/read-epub.ts')).readEpub,
  PICTURE: async () => (await import('./picture/read-picture.ts')).readPicture,
  PDF: async () => (await import('./pdf/read-pdf.ts')).readPdf,
};

/** Forms that can be read. */
export const READABLE: ReadonlySet<string> = new Set(Object.keys(READERS));

/** The form that a file of this name is likely to have, when its reader takes long to load. */
export const likelyForm = (filename: string): Format | null => (/\.pdf$/i.test(filename) ? 'PDF' : null);

/** Loads what a file of this form is read with, before the file is there. */
export async function prepare(form: string | undefined): Promise<void> {
  await READERS[form as Format]?.();
}

/** The reader of a file. @throws ReadingError UNSUPPORTED or DAMAGED. */
export async function readerOf({ bytes, filename }: Pick<Source, 'bytes' | 'filename'>): Promise<ReadFormat> {
  const look = sniff(bytes.subarray(0, 8_192), filename);
  if (look === 'EMPTY') throw new ReadingError('DAMAGED', 'The file is empty.');
  if (look === 'ZIP') return (await import('./zip/read-zip.ts')).readerOfZip(bytes);
  const load = READERS[look as Format];
  if (!load) throw new ReadingError('UNSUPPORTED', `No reader for ${look}.`);
  return load();
}
