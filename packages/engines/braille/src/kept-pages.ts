import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BraillePage, LinePiece, PageLine } from './pages.ts';

/** A page as it is kept: its cells as text, and as bytes where each of them came from. */
export interface KeptPage extends Omit<BraillePage, 'lines'> {
  /** Its lines, divided by line feeds. */
  readonly cells: string;
  /** The blocks that its cells came from, each once. */
  readonly blocks: readonly string[];
  readonly pieces: Uint8Array;
}

/** What pieces name again and again. */
interface Names {
  readonly rules: readonly string[];
  readonly undecided: readonly string[];
  /** A block, then the path in it. */
  readonly origins: readonly (readonly [block: string, ...path: number[]])[];
}

/** A page has at most some thousand cells, and a piece some ten bytes. */
const UNPACKED_BYTES_MAX = 8_000_000;
/** So many pieces make the numbers of a page; what says more is none of ours. */
const PIECES_MAX = 1_000_000;

/**
 * A page as text and bytes. The bytes are deflated: the length of the names, the names as JSON, and for each line the count of its
 * pieces and, for each of them, seven numbers of seven bits a byte (distances are doubled, odd ones lead backwards): cells since the piece
 * before, cells, origin, print since the piece before, print, rule, what is undecided (0: nothing). A page of 40 × 25 cells takes about a kilobyte, as JSON eighty.
 */
export function packPage({ lines, ...page }: BraillePage): KeptPage {
  const [rules, undecided, origins] = [new Places(), new Places(), new Places()];
  const numbers: number[] = [];
  let end = 0;
  for (const { pieces } of lines) {
    writeNumber(numbers, pieces.length);
    let at = 0;
    for (const piece of pieces) {
      writeNumber(numbers, zigzag(piece.at - at));
      writeNumber(numbers, piece.length);
      writeNumber(numbers, origins.of(JSON.stringify([piece.block, ...piece.path])));
      writeNumber(numbers, zigzag(piece.start - end));
      writeNumber(numbers, zigzag(piece.end - piece.start));
      writeNumber(numbers, rules.of(piece.rule));
      writeNumber(numbers, piece.undecided === null ? 0 : undecided.of(piece.undecided) + 1);
      [at, end] = [piece.at + piece.length, piece.end];
    }
  }
  const named = `{"rules":${JSON.stringify(rules.all())},"undecided":${JSON.stringify(undecided.all())},"origins":[${origins.all().join()}]}`;
  const names = Buffer.from(named);
  const length: number[] = [];
  writeNumber(length, names.length);
  const bytes = Buffer.concat([Uint8Array.from(length), names, Uint8Array.from(numbers)]);
  return {
    ...page,
    cells: lines.map(({ cells }) => cells).join('\n'),
    blocks: [...new Set(origins.all().map((origin) => (JSON.parse(origin) as [string])[0]))].filter((id) => id !== ''),
    pieces: deflateRawSync(bytes, { level: 1 }),
  };
}

/** The page that was kept. @throws RangeError for bytes that `packPage` did not make. */
export function unpackPage(kept: Omit<KeptPage, 'blocks'>): BraillePage {
  const { number, volume, printPage, cells, pieces } = kept;
  const reader = openNumbers(inflateRawSync(pieces, { maxOutputLength: UNPACKED_BYTES_MAX }));
  const names = JSON.parse(reader.text(reader.next())) as Names;
  const state = { end: 0 };
  const lines = cells.split('\n').map((line): PageLine => ({ cells: line, pieces: readPieces(reader, names, state) }));
  return { number, volume, printPage, lines };
}

function readPieces(reader: Numbers, names: Names, state: { end: number }): LinePiece[] {
  const count = reader.isAtEnd() ? 0 : reader.next();
  if (count > PIECES_MAX) throw new RangeError('These bytes are no page.');
  let at = 0;
  return Array.from({ length: count }, () => {
    at += unzigzag(reader.next());
    const length = reader.next();
    const [block, ...path] = known(names.origins, reader.next());
    const start = state.end + unzigzag(reader.next());
    state.end = start + unzigzag(reader.next());
    const rule = known(names.rules, reader.next());
    const undecided = reader.next();
    const piece = { at, length, block, path, start, end: state.end, rule };
    at += length;
    return { ...piece, undecided: undecided === 0 ? null : known(names.undecided, undecided - 1) };
  });
}

function known<Name>(names: readonly Name[], place: number): Name {
  const name = names[place];
  if (name === undefined) throw new RangeError('These bytes are no page.');
  return name;
}

/** Numbers small ones by the order in which they came. */
class Places {
  readonly #places = new Map<string, number>();

  of(name: string): number {
    const place = this.#places.get(name) ?? this.#places.size;
    this.#places.set(name, place);
    return place;
  }

  all(): string[] {
    return [...this.#places.keys()];
  }
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

interface Numbers {
  next(): number;
  text(lengthBytes: number): string;
  isAtEnd(): boolean;
}

function openNumbers(bytes: Buffer): Numbers {
  let at = 0;
  return {
    isAtEnd: () => at >= bytes.length,
    next: () => {
      let value = 0;
      for (let weight = 1; ; weight *= 0x80) {
        const byte = bytes[at];
        if (byte === undefined) throw new RangeError('These bytes are no page.');
        at += 1;
        value += (byte % 0x80) * weight;
        if (byte < 0x80) return value;
      }
    },
    text: (lengthBytes) => {
      at += lengthBytes;
      return bytes.toString('utf8', at - lengthBytes, at);
    },
  };
}
