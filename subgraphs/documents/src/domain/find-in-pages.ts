import type { RenditionPage } from './rendition.ts';
import type { PlacedBlock } from './document.ts';

/** Where something stands: a piece of a line of a page. */
export interface Finding {
  readonly page: number;
  readonly line: number;
  readonly piece: number;
  /** The print around it. */
  readonly excerpt: string;
}

const EXCERPT_CHARS = 24;

export const isBraille = (query: string): boolean => /^[\u2800-\u28ff\n]+$/.test(query);

type Texts = readonly { readonly path: readonly number[]; readonly text: string }[];

/** The texts of a block, each with the way to it. */
export function textsOf({ block }: PlacedBlock): Texts {
  if (block.kind === 'LIST') return block.items.map(({ text }, at) => ({ path: [at], text }));
  if (block.kind === 'TABLE')
    return block.rows.flatMap((row, at) => row.map(({ text }, place) => ({ path: [at, place], text })));
  return 'text' in block ? [{ path: [], text: block.text }] : [];
}

const fold = (text: string): string => {
  const lower = text.toLowerCase();
  // Offsets have to stay: İ becomes two letters.
  return lower.length === text.length ? lower : text;
};

/** Where a piece of print stands on a page, in the order of its lines. Small and capital letters are the same. */
export function findPrint(page: RenditionPage, blocks: readonly PlacedBlock[], query: string): Finding[] {
  const wanted = fold(query);
  const hits = blocks.flatMap((placed) =>
    textsOf(placed).flatMap(({ path, text }) =>
      placesOf(fold(text), wanted).map((at) => ({ block: String(placed.number), path: String(path), at, text })),
    ),
  );
  const told = new Set<object>();
  return page.lines.flatMap(({ pieces }, line) =>
    pieces.flatMap(({ block, path, start, end }, piece) =>
      hits.flatMap((hit) => {
        const isHere = hit.block === block && hit.path === String(path) && hit.at >= start && hit.at < end;
        // A syllable may be several pieces; the first is where one goes.
        if (!isHere || told.has(hit)) return [];
        told.add(hit);
        return [{ page: page.number, line, piece, excerpt: excerptOf(hit.text, hit.at, query.length) }];
      }),
    ),
  );
}

/** Where cells stand on a page; `blocks` say what print they are. */
export function findCells(page: RenditionPage, blocks: readonly PlacedBlock[], cells: string): Finding[] {
  return page.lines.flatMap(({ cells: row, pieces }, line) =>
    placesOf(row, cells).map((at) => {
      const piece = Math.max(
        0,
        pieces.findLastIndex((one) => one.at <= at),
      );
      const { block, path, start = 0, end = 0 } = pieces[piece] ?? {};
      const placed = blocks.find(({ number }) => String(number) === block);
      const text = placed && textsOf(placed).find((one) => String(one.path) === String(path))?.text;
      return { page: page.number, line, piece, excerpt: excerptOf(text ?? '', start, end - start) };
    }),
  );
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

function excerptOf(text: string, at: number, length: number): string {
  const start = Math.max(0, at - EXCERPT_CHARS);
  const end = Math.min(text.length, at + length + EXCERPT_CHARS);
  const words = text.slice(start, end).toWellFormed().replaceAll(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`;
}
