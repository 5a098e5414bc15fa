import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { ReadingError } from '../reading-error.ts';
import { isUtf16 } from '../sniff.ts';
import { decodeMixed } from './decode-mixed.ts';
import { KOREAN, tryUtf8 } from './encodings.ts';

const SAMPLE_BYTES = 256 * 1_024;
/** A text in which more than this share can't be decoded is no text. */
const UNREADABLE_SHARE_MAX = 0.02;

/**
 * The text of a file whose encoding nobody told: UTF-8 and UTF-16 are recognised for sure, others by how their letters are
 * distributed. What the file says of itself (`declared`) counts only when it works. A file that was put together from several
 * encodings is decoded line by line.
 * @throws ReadingError DAMAGED when it is no text in any encoding.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text = isUtf16(bytes)
    ? decodeUtf16(bytes)
    : (tryUtf8(bytes) ?? decodeMixed(bytes) ?? decodeDeclared(bytes, declared) ?? decodeGuessed(bytes));
  const unreadable = text.match(/[\u0000-\u0008\ufffd]/g)?.length ?? 0;
  if (unreadable > text.length * UNREADABLE_SHARE_MAX)
    throw new ReadingError('DAMAGED', 'The file is no text in any known encoding.');
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .normalize('NFC');
}

const zerosIn = (bytes: Uint8Array, place: 0 | 1) =>
  bytes.subarray(0, 4_096).filter((byte, at) => byte === 0 && at % 2 === place).length;

function decodeUtf16(bytes: Uint8Array): string {
  if (bytes.length % 2 === 1) throw new ReadingError('DAMAGED', 'The text ends within a character.');
  const isBig = bytes[0] === 0xfe || (bytes[0] !== 0xff && zerosIn(bytes, 0) > zerosIn(bytes, 1));
  const text = iconv.decode(Buffer.from(bytes), isBig ? 'utf-16be' : 'utf-16le');
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .normalize('NFC');
}

function decodeDeclared(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (!declared || !iconv.encodingExists(declared) || /^utf-?(8|16)/i.test(declared)) return undefined;
  const text = iconv.decode(Buffer.from(bytes), /^(euc-kr|ks_c_5601)/i.test(declared) ? KOREAN : declared);
  return text.includes('\ufffd') ? undefined : text;
}

function decodeGuessed(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const korean = iconv.decode(Buffer.from(bytes), KOREAN);
  // Hangul that decodes without a gap is no accident; the guesser is for everything else.
  if (!korean.includes('\ufffd') && /[가-힣]{2}/.test(korean)) return korean;
  const [best] = analyse(sample);
  const name = best && iconv.encodingExists(best.name) ? best.name : 'windows-1252';
  return iconv.decode(Buffer.from(bytes), name === 'EUC-KR' ? KOREAN : name);
}
