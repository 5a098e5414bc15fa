import type { BraillePage } from '../pages.ts';

/** North American ASCII braille by dots 1 to 6, U+2800 first. */
const ASCII = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;

export interface BrfOptions {
  /** Some embossers want the form feed right after the last line, others after its line end. */
  readonly formFeed: 'AFTER_LINE_END' | 'AFTER_LAST_LINE';
  readonly lineEnd: '\r\n' | '\n';
}

const DEFAULTS: BrfOptions = { formFeed: 'AFTER_LINE_END', lineEnd: '\r\n' };

/** Unicode braille as ASCII braille. Dots 7 and 8, which ASCII braille has not, are left out. */
export function toAscii(cells: string): string {
  let ascii = '';
  for (let at = 0; at < cells.length; at++) ascii += ASCII[cells.charCodeAt(at) & 0x3f] ?? ' ';
  return ascii;
}

/** ASCII braille as Unicode braille; small letters count as capital ones. Unknown characters become blanks. */
export function fromAscii(text: string): string {
  let cells = '';
  for (const char of text.toUpperCase()) {
    const place = ASCII.indexOf(char);
    cells += char === '\n' || char === '\r' || char === '\f' ? char : String.fromCharCode(0x2800 + Math.max(0, place));
  }
  return cells;
}

/** A page of a BRF file: lines, and the form feed that turns the page. */
export function brfPage(page: BraillePage, options: Partial<BrfOptions> = {}): string {
  const { formFeed, lineEnd } = { ...DEFAULTS, ...options };
  const lines = page.lines.map((line) => toAscii(line.cells).trimEnd());
  return lines.join(lineEnd) + (formFeed === 'AFTER_LINE_END' ? `${lineEnd}\f` : '\f');
}

/** A page as Unicode braille text: lines, then an empty line. */
export const unicodePage = (page: BraillePage): string => `${page.lines.map((line) => line.cells).join('\n')}\n\f\n`;
