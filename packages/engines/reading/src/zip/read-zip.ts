import type { ReadFormat } from '../contract.ts';
import { ReadingError } from '../reading-error.ts';
import { openZip } from './open-zip.ts';

/** Tells an archive's form by what is in it, when its name doesn't. */
export async function readerOfZip(bytes: Uint8Array): Promise<ReadFormat> {
  const marks = new Set(openZip(bytes, (path) => MARKS.has(path)).keys());
  if (marks.has('word/document.xml')) return (await import('../docx/read-docx.ts')).readDocx;
  if (marks.has('Contents/content.hpf')) return (await import('../hwpx/read-hwpx.ts')).readHwpx;
  if (marks.has('META-INF/container.xml')) return (await import('../epub/read-epub.ts')).readEpub;
  throw new ReadingError('UNSUPPORTED', 'The archive holds no document.');
}

const MARKS: ReadonlySet<string> = new Set(['word/document.xml', 'Contents/content.hpf', 'META-INF/container.xml']);
