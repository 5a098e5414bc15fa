import type { Format } from './contract.ts';

/** What a file looks like; OLE is the old binary form of Word and Hangul documents and HEIC that of telephones' photographs, which nothing here reads. */
export type Look = Format | 'OLE' | 'ZIP' | 'HEIC' | 'EMPTY' | 'BINARY';

const TEXT_ENDINGS: Readonly<Record<string, Format>> = {
  md: 'MARKDOWN',
  markdown: 'MARKDOWN',
  html: 'HTML',
  htm: 'HTML',
  xhtml: 'HTML',
};
const ZIP_ENDINGS: Readonly<Record<string, Format>> = { docx: 'DOCX', hwpx: 'HWPX', epub: 'EPUB' };
const SNIFFED_BYTES = 4_096;
const MAGIC: readonly (readonly [Look, readonly number[]])[] = [
  ['OLE', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['PICTURE', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['PICTURE', [0xff, 0xd8, 0xff]],
  // TIFF and BigTIFF, in both orders of bytes.
  ['PICTURE', [0x49, 0x49, 0x2a, 0x00]],
  ['PICTURE', [0x4d, 0x4d, 0x00, 0x2a]],
  ['PICTURE', [0x49, 0x49, 0x2b, 0x00]],
  ['PICTURE', [0x4d, 0x4d, 0x00, 0x2b]],
];

const endingOf = (filename: string) => /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? '';

/**
 * Tells a file's form by its first bytes; its name decides only between forms that look alike. A ZIP whose name says nothing
 * stays a ZIP: `read-zip` looks into it.
 */
export function sniff(head: Uint8Array, filename: string): Look {
  if (head.length === 0) return 'EMPTY';
  const ending = endingOf(filename);
  const [magic] = MAGIC.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte)) ?? [];
  if (magic === 'ZIP') return ZIP_ENDINGS[ending] ?? 'ZIP';
  if (magic) return magic;
  const start = Buffer.from(head.subarray(0, SNIFFED_BYTES));
  const latin = start.toString('latin1');
  if (latin.slice(0, 1_024).includes('%PDF-')) return 'PDF';
  if (/^RIFF....WEBP/s.test(latin) || /^.{4}ftypavi[fs]/s.test(latin)) return 'PICTURE';
  if (/^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s.test(latin)) return 'HEIC';
  if (isUtf16(start)) return TEXT_ENDINGS[ending] ?? 'TEXT';
  if (start.includes(0)) return 'BINARY';
  if (TEXT_ENDINGS[ending]) return TEXT_ENDINGS[ending];
  return /^\s*(<!doctype html|<html[\s>])/i.test(latin.replace(/^\u00ef\u00bb\u00bf/, '')) ? 'HTML' : 'TEXT';
}

/** Share of characters below U+0100 in a text: spaces and full stops at least. */
const UTF16_ZEROS_MIN = 0.03;
/** Zeros in the other place, as 가 (U+AC00) has one, are rare beside them. */
const UTF16_STRAY_SHARE_MAX = 0.3;

/** With a mark, or with the zeros of Latin letters and spaces in every other place. */
export function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SNIFFED_BYTES) & ~1;
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1;
  const [less, more] = zeros.toSorted((a, b) => a - b) as [number, number];
  return length > 8 && more > (length / 2) * UTF16_ZEROS_MIN && less < more * UTF16_STRAY_SHARE_MAX;
}
