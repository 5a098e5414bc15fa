import type { CellGroup } from '../contract.ts';
import type { LinePiece } from '../pages.ts';

/** Where a text stands in its document, for the map of each line. */
export interface Origin {
  readonly block: string;
  readonly path: readonly number[];
}

/** Groups that stay on one line: the first may begin a line, the others are glued to it. */
export interface Atom {
  readonly groups: readonly CellGroup[];
  readonly width: number;
  /** Width when the line ends after it. */
  readonly endWidth: number;
  readonly blank: boolean;
  readonly newline: boolean;
}

/** The atoms of a text, in order; with `words`, everything between blanks is one atom. */
export function atomsOf(groups: readonly CellGroup[], words: boolean): Atom[] {
  const atoms: Atom[] = [];
  let gathered: CellGroup[] = [];
  const close = (): void => {
    if (gathered.length > 0) atoms.push(atomOf(gathered));
    gathered = [];
  };
  for (const group of groups) {
    const apart = isBlankGroup(group) || group.cells === '\n';
    const previous = gathered.at(-1);
    const afterApart = previous !== undefined && (isBlankGroup(previous) || previous.cells === '\n');
    if (apart || afterApart || (!group.glued && !words)) close();
    gathered.push(group);
  }
  close();
  return atoms;
}

/** A text that stays on its line: where it begins a new one there is a blank. */
export const onOneLine = (groups: readonly CellGroup[]): CellGroup[] =>
  groups.map((group) => (group.cells === '\n' ? { ...group, cells: '⠀', atLineEnd: null } : group));

const isBlankGroup = (group: CellGroup): boolean => group.cells === '⠀';

function atomOf(groups: readonly CellGroup[]): Atom {
  const [first] = groups;
  const newline = first?.cells === '\n';
  const blank = first !== undefined && isBlankGroup(first);
  let width = 0;
  for (const group of groups) width += group.cells.length;
  const last = groups.at(-1);
  const endWidth = last?.atLineEnd == null ? width : width - last.cells.length + last.atLineEnd.length;
  return { groups, width: newline ? 0 : width, endWidth: newline ? 0 : endWidth, blank, newline };
}

/** The map entry of a group that begins at a cell of a line. */
export function pieceOf(group: CellGroup, at: number, length: number, origin: Origin): LinePiece {
  return {
    at,
    length,
    block: origin.block,
    path: origin.path,
    start: group.start,
    end: group.end,
    rule: group.rule,
    undecided: group.undecided,
  };
}
