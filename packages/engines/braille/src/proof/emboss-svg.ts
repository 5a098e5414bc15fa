import type { BraillePage, PageLine } from '../pages.ts';

/** Sizes in tenths of a millimetre, as Korean braille prints (dot to dot 2.5 mm, cell to cell 6.0, line to line 10.0, dots 1.5 across). */
const DOT_GAP = 25;
const CELL_GAP = 60;
const LINE_GAP = 100;
const RADIUS = 7.5;
const MARGIN = 100;
/** Column and row of dots 1 to 8. */
const DOTS = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [0, 3], [1, 3]] as const; // prettier-ignore

export interface EmbossOptions {
  readonly cellsPerLine: number;
  /** Also the dots that are not raised, as faint rings. */
  readonly flatDots: boolean;
  /** Read out by screen readers in place of the picture. */
  readonly label: string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page as shapes: one path for all raised dots, one for those that are not. */
export interface EmbossDrawing {
  readonly width: number;
  readonly height: number;
  readonly raised: string;
  readonly flat: string;
}

/** A page as an embosser would press it, as paths of an SVG. */
export function embossDrawing(lines: readonly Pick<PageLine, 'cells'>[], cellsPerLine: number): EmbossDrawing {
  const width = MARGIN * 2 + CELL_GAP * (cellsPerLine - 1) + DOT_GAP;
  const height = MARGIN * 2 + LINE_GAP * (lines.length - 1) + DOT_GAP * 2;
  let raised = '';
  let flat = '';
  lines.forEach(({ cells }, line) => {
    for (let cell = 0; cell < cells.length; cell++) {
      const dots = cells.charCodeAt(cell) & 0xff;
      if (dots === 0) continue;
      DOTS.forEach(([column, row], dot) => {
        const isRaised = ((dots >> dot) & 1) === 1;
        if (dot > 5 && !isRaised) return;
        const shape = circle(MARGIN + cell * CELL_GAP + column * DOT_GAP, MARGIN + line * LINE_GAP + row * DOT_GAP);
        if (isRaised) raised += shape;
        else flat += shape;
      });
    }
  });
  return { width, height, raised, flat };
}

/** A page as an embosser would press it: an SVG in the colour of the text round it. */
export function embossSvg(page: BraillePage, { cellsPerLine, flatDots, label }: EmbossOptions): string {
  const { width, height, raised, flat } = embossDrawing(page.lines, cellsPerLine);
  const rings = flatDots && flat !== '' ? `<path d="${flat}" fill="currentColor" opacity="0.12"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(label)}" viewBox="0 0 ${width} ${height}">${rings}<path d="${raised}" fill="currentColor"/></svg>`;
}

const circle = (x: number, y: number): string =>
  `M${x - RADIUS} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${RADIUS * 2} 0a${RADIUS} ${RADIUS} 0 1 0 ${-RADIUS * 2} 0z`;
