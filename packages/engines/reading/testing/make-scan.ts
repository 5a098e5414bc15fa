import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const FONT = join(
  dirname(createRequire(import.meta.url).resolve('pretendard/package.json')),
  'dist/web/static/woff2-subset/Pretendard-Regular.subset.woff2',
);

/** A line of print, perhaps with a size or a place of its own. */
export type ScanLine = string | readonly [text: string, size: number, at?: { readonly x: number; readonly y: number }];

/** Lines of print as a scanner sees them: a picture of an A4 page at 150 dots an inch. */
export async function makeScan(lines: readonly ScanLine[], format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  GlobalFonts.registerFromPath(FONT, 'Scan');
  const canvas = createCanvas(1_240, 1_754);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fdfcf8';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222';
  let y = 140;
  for (const line of lines) {
    const [text, size, at] = typeof line === 'string' ? ([line, 32] as const) : line;
    y = at?.y ?? y + size * 1.7;
    context.font = `${size}px Scan`;
    context.fillText(text, at?.x ?? 110, y);
  }
  return format === 'png' ? canvas.encode('png') : canvas.encode('jpeg', 80);
}

const SIDE = { width: 595, height: 842 };

const FONT_OF_PAGES = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';

/** A page that is a picture, with a line of text laid over its foot. */
export interface MarkedScan {
  readonly scan: Buffer;
  readonly mark: string;
}

/** A PDF whose pages are pictures (JPEG), as scanners write them, perhaps with a mark; some may be a line of text. */
export function makeScannedPdf(shown: readonly (Buffer | string | MarkedScan)[]): Buffer {
  const pages = shown.map((_, at) => 3 + at * 3);
  const objects: (string | Buffer)[][] = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    [`<</Type/Pages/Count ${shown.length}/Kids[${pages.map((at) => `${at} 0 R`).join(' ')}]>>`],
  ];
  shown.forEach((one, at) => {
    const own = pages[at] ?? 0;
    if (typeof one === 'string') {
      const line = `BT /F 10 Tf 72 700 Td (${one}) Tj ET`;
      objects.push(
        [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<${FONT_OF_PAGES}>>/Contents ${own + 1} 0 R>>`],
        [`<</Length ${line.length}>>stream\n${line}\nendstream`],
        ['null'],
      );
      return;
    }
    const { scan: picture, mark } = Buffer.isBuffer(one) ? { scan: one, mark: '' } : one;
    const written = mark === '' ? '' : ` BT /F 10 Tf 290 30 Td (${mark}) Tj ET`;
    const content = `q ${SIDE.width} 0 0 ${SIDE.height} 0 0 cm /S Do Q${written}`;
    objects.push(
      [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${SIDE.width} ${SIDE.height}]/Resources<<${FONT_OF_PAGES}/XObject<</S ${own + 1} 0 R>>>>/Contents ${own + 2} 0 R>>`,
      ],
      [
        `<</Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${picture.length}>>stream\n`,
        picture,
        '\nendstream',
      ],
      [`<</Length ${content.length}>>stream\n${content}\nendstream`],
    );
  });
  return writePdf(objects);
}

/** Letters made of bars on a grid of 6 × 7: what a program draws when its font says nothing of what it shows. */
const BARS: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>> = {
  T: [[0, 6, 5, 1], [2, 0, 1, 7]],
  H: [[0, 0, 1, 7], [4, 0, 1, 7], [0, 3, 5, 1]],
  E: [[0, 0, 1, 7], [0, 6, 5, 1], [0, 3, 4, 1], [0, 0, 5, 1]],
  L: [[0, 0, 1, 7], [0, 0, 5, 1]],
  I: [[2, 0, 1, 7]],
  F: [[0, 0, 1, 7], [0, 6, 5, 1], [0, 3, 4, 1]],
}; // prettier-ignore

/** A PDF whose font draws letters and maps none of them: its codes are no characters. */
export function makeUnmappedPdf(lines: readonly string[]): Buffer {
  const letters = Object.keys(BARS);
  const codeOf = (char: string) => letters.indexOf(char) + 1;
  const glyphAt = 6;
  const draw = lines.map(
    (line, at) =>
      `BT /G 6 Tf 1 0 0 1 60 ${700 - at * 80} Tm <${[...line].map((char) => codeOf(char).toString(16).padStart(2, '0')).join('')}> Tj ET`,
  );
  const names = letters.map((_, at) => `/g${at + 1}`);
  const widths = letters.map(() => 7).join(' ');
  const content = draw.join('\n');
  return writePdf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</G 4 0 R>>>>/Contents 5 0 R>>'],
    [
      `<</Type/Font/Subtype/Type3/FontBBox[0 0 6 7]/FontMatrix[1 0 0 1 0 0]/FirstChar 1/LastChar ${letters.length}/Widths[${widths}]` +
        `/Encoding<</Type/Encoding/Differences[1 ${names.join(' ')}]>>/CharProcs<<${names.map((name, at) => `${name} ${glyphAt + at} 0 R`).join(' ')}>>/Resources<<>>>>`,
    ],
    [`<</Length ${content.length}>>stream\n${content}\nendstream`],
    ...letters.map((letter) => {
      const bars = (BARS[letter] ?? []).map((bar) => `${bar.join(' ')} re`).join(' ');
      const glyph = `7 0 0 0 6 7 d1 ${bars} f`;
      return [`<</Length ${glyph.length}>>stream\n${glyph}\nendstream`];
    }),
  ]);
}

export function writePdf(objects: readonly (readonly (string | Buffer)[])[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let size = 9;
  const add = (piece: string | Buffer) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    pieces.push(bytes);
    size += bytes.length;
  };
  const offsets = objects.map((body, at) => {
    const offset = size;
    for (const piece of [`${at + 1} 0 obj`, ...body, 'endobj\n']) add(piece);
    return offset;
  });
  const start = size;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(pieces);
}
