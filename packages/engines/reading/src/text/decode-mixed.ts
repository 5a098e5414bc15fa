import iconv from 'iconv-lite';
import { KOREAN, tryUtf8 } from './encodings.ts';

/** What UTF-8 writes in three bytes or four. Two bytes are a letter in UTF-8 and may be a syllable in CP949 as well: 표 is ǥ, é is 챕. */
const SAYS_UTF8 = /[\u0800-\uffff]/;
/** A letter of the languages of Europe between others: nobody writes f체r. */
const INSIDE_WORD = /[a-z][\u00df-\u00f6\u00f8-\u017e][a-z]/;
/** One at either end of a word, and degrees: hardly anybody writes caf챕 or 20째C. */
const IN_WORD = /[a-z][\u00df-\u00f6\u00f8-\u017e]|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e][a-z]|\d ?\u00b0[CF]/;
/** Of the syllables whose two bytes are a letter in UTF-8 too, those that Korean words are written with. */
const COMMON: ReadonlySet<string> = new Set(
  '징짜짝짧째찼창찾채책처척천철첨첫청체치친칠침칭카칸칼캐캠캡커큐크큰클키킬킹타탁탄탈탐탓튀튜트특튼틀틈티틱틴표푸풀품풋풍호혹혼홀홈홍화확환활황회획횟횡효',
);

/** A line in the encodings that it can be in. */
interface Line {
  readonly utf8: string | undefined;
  readonly korean: string | undefined;
  /** Undefined where other lines decide. */
  readonly surely: 'UTF8' | 'KOREAN' | 'PLAIN' | undefined;
}

/**
 * Lines in UTF-8 among lines in CP949, as files have that several programs appended to. A line that could be in either is Korean; once other
 * lines are surely UTF-8, only when Korean is written like that. @returns undefined when the file is no such mixture.
 */
export function decodeMixed(bytes: Uint8Array): string | undefined {
  const lines: Line[] = [];
  for (const line of linesOf(Buffer.from(bytes))) {
    const read = readLine(line);
    if (read.utf8 === undefined && read.korean === undefined) return undefined;
    lines.push(read);
  }
  const has = (encoding: Line['surely']) => lines.some(({ surely }) => surely === encoding);
  if (!has('UTF8') || !has('KOREAN')) return undefined;
  return lines.map((line) => (isUtf8(line) ? line.utf8 : line.korean)).join('\n');
}

function readLine(bytes: Buffer): Line {
  const utf8 = tryUtf8(bytes);
  if (bytes.every((byte) => byte < 0x80)) return { utf8, korean: utf8, surely: 'PLAIN' };
  if (utf8 !== undefined && (SAYS_UTF8.test(utf8) || INSIDE_WORD.test(utf8)))
    return { utf8, korean: undefined, surely: 'UTF8' };
  const decoded = iconv.decode(bytes, KOREAN);
  const korean = decoded.includes('\ufffd') ? undefined : decoded;
  if (utf8 === undefined) return { utf8, korean, surely: 'KOREAN' };
  const isSure = korean === undefined || (IN_WORD.test(utf8) && !isCommon(korean));
  return { utf8, korean, surely: isSure ? 'UTF8' : undefined };
}

function isUtf8({ utf8 = '', korean = '', surely }: Line): boolean {
  return surely === undefined ? IN_WORD.test(utf8) || !isCommon(korean) : surely !== 'KOREAN';
}

const isCommon = (text: string): boolean => [...text].every((sign) => sign < '\u0080' || COMMON.has(sign));

function* linesOf(buffer: Buffer): Generator<Buffer> {
  for (let start = 0; start <= buffer.length;) {
    const found = buffer.indexOf(0x0a, start);
    const end = found < 0 ? buffer.length : found;
    yield buffer.subarray(start, end);
    start = end + 1;
  }
}
