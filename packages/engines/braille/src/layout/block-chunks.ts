import type { BrailleBlock, FigureBlock, ListBlock } from '../blocks.ts';
import type { CellGroup, PrintText } from '../contract.ts';
import type { PageLine, PageSetup } from '../pages.ts';
import { type ChunkOptions, fill } from './chunk-options.ts';
import { fillLines } from './fill-lines.ts';
import { onOneLine, type Origin } from './measured-text.ts';
import type { Chunk } from './paginate.ts';
import { layoutTable } from './tables.ts';

const BLANK = '⠀';
/** The transcriber's signs round what is not in print (article 66). */
const NOTE_SIGN = '⠠⠄';

const PLAIN = { blankBefore: 0, blankAfter: 0, keepNext: false, whole: false, printPage: null, heading: null } as const;

/** A block as lines with how they hold together. A list is a chunk for each item, so that pages turn between items. */
export async function* chunksOf(block: BrailleBlock, options: ChunkOptions): AsyncGenerator<Chunk> {
  switch (block.kind) {
    case 'PAGE_BREAK':
      yield { ...PLAIN, lines: [], printPage: block.printPage };
      return;
    case 'HEADING':
      yield* headingChunk(block, options);
      return;
    case 'LIST':
      yield* listChunks(block, options);
      return;
    case 'TABLE':
      yield* layoutTable(block, options);
      return;
    case 'FIGURE':
      yield* figureChunk(block, options);
      return;
    case 'MATH':
      yield* textChunk(
        { content: block.content, first: 4, runOver: 6 },
        { block: block.id, path: [] },
        block.language,
        options,
      );
      return;
    case 'NOTE':
      yield* noteChunk(block, options);
      return;
    case 'PARAGRAPH':
      yield* textChunk(
        { content: block.content, first: 2, runOver: 0 },
        { block: block.id, path: [] },
        block.language,
        options,
      );
  }
}

interface Indented {
  readonly content: PrintText;
  readonly first: number;
  readonly runOver: number;
}

async function* textChunk(
  text: Indented,
  origin: Origin,
  language: string | undefined,
  options: ChunkOptions,
): AsyncGenerator<Chunk> {
  const groups = await options.groupsOf(text.content, language);
  const lines = fill(groups, text, origin, options.setup);
  if (lines.length > 0) yield { ...PLAIN, lines };
}

/** Level 1 is centred, level 2 begins in cell 5, the others in cell 7 (BANA Formats 4). */
async function* headingChunk(
  block: Extract<BrailleBlock, { kind: 'HEADING' }>,
  options: ChunkOptions,
): AsyncGenerator<Chunk> {
  const { setup } = options;
  const origin = { block: block.id, path: [] };
  const groups = await options.groupsOf(block.content, block.language);
  const indent = block.level === 2 ? 4 : 6;
  const lines =
    block.level <= 1
      ? centre(
          fillLines(groups, { width: setup.cellsPerLine - 6, first: 0, runOver: 0, lineBreaks: 'WORD' }, origin),
          setup,
        )
      : fill(groups, { first: indent, runOver: indent }, origin, { ...setup, lineBreaks: 'WORD' });
  if (lines.length === 0) return;
  const flat = fillLines(onOneLine(groups), { width: 100_000, first: 0, runOver: 0, lineBreaks: 'WORD' }, origin);
  const line = flat[0] ?? { cells: '', pieces: [] };
  const heading = { level: Math.max(1, block.level), line, block: block.id };
  yield { ...PLAIN, lines, blankBefore: 1, blankAfter: block.level <= 1 ? 1 : 0, keepNext: true, whole: true, heading };
}

const centre = (lines: readonly PageLine[], setup: PageSetup): PageLine[] =>
  lines.map((line) => shift(line, Math.max(0, Math.floor((setup.cellsPerLine - line.cells.length) / 2))));

/** A line moved to the right, with its map. */
export const shift = (line: PageLine, by: number): PageLine => ({
  cells: BLANK.repeat(by) + line.cells,
  pieces: line.pieces.map((piece) => ({ ...piece, at: piece.at + by })),
});

/** Items begin two cells further in for each depth; what runs over begins two cells right of the deepest item. */
async function* listChunks(block: ListBlock, options: ChunkOptions): AsyncGenerator<Chunk> {
  const deepest = block.items.reduce((most, item) => Math.max(most, item.depth), 0);
  let place = 0;
  for (const item of block.items) {
    const mark = item.mark === '' ? [] : await options.groupsOf({ text: `${item.mark} ` }, block.language);
    const groups = await options.groupsOf(item.content, block.language);
    const origin = { block: block.id, path: [place] };
    const lines = fill(
      [...unmapped(mark), ...groups],
      { first: item.depth * 2, runOver: (deepest + 1) * 2 },
      origin,
      options.setup,
    );
    const edge = { blankBefore: place === 0 ? 1 : 0, blankAfter: place === block.items.length - 1 ? 1 : 0 };
    if (lines.length > 0) yield { ...PLAIN, ...edge, lines };
    place += 1;
  }
}

/** Cells for what stands outside the item's own text: an item mark, a transcriber's sign. */
const unmapped = (groups: readonly CellGroup[]): CellGroup[] => groups.map((group) => ({ ...group, start: 0, end: 0 }));

const signGroup = (cells: string, glued: boolean): CellGroup => ({
  cells,
  start: 0,
  end: 0,
  rule: 'TRANSCRIBER_NOTE',
  glued,
  atLineEnd: null,
  undecided: null,
});

/** The caption as print has it; the description between the transcriber's signs. */
async function* figureChunk(block: FigureBlock, options: ChunkOptions): AsyncGenerator<Chunk> {
  const shape = { first: 6, runOver: 4 };
  const lines: PageLine[] = [];
  if (block.caption) {
    const groups = await options.groupsOf(block.caption, block.language);
    lines.push(...fill(groups, shape, { block: block.id, path: [0] }, options.setup));
  }
  if (block.description) {
    const groups = await options.groupsOf(block.description, block.language);
    const signed = [
      signGroup(NOTE_SIGN, false),
      ...groups.map((group, at) => (at === 0 ? { ...group, glued: true } : group)),
      signGroup(NOTE_SIGN, true),
    ];
    lines.push(...fill(signed, shape, { block: block.id, path: [1] }, options.setup));
  }
  if (lines.length > 0) yield { ...PLAIN, lines, blankBefore: 1, blankAfter: 1 };
}

/** A note begins in cell 7 and runs over in cell 5 (BANA Formats 16). */
async function* noteChunk(
  block: Extract<BrailleBlock, { kind: 'NOTE' }>,
  options: ChunkOptions,
): AsyncGenerator<Chunk> {
  const mark = block.mark === '' ? [] : await options.groupsOf({ text: `${block.mark} ` }, block.language);
  const groups = await options.groupsOf(block.content, block.language);
  const lines = fill(
    [...unmapped(mark), ...groups],
    { first: 6, runOver: 4 },
    { block: block.id, path: [] },
    options.setup,
  );
  if (lines.length > 0) yield { ...PLAIN, lines };
}
