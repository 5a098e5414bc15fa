import type { CellGroup, PrintText } from '../contract.ts';
import type { PageLine, PageSetup } from '../pages.ts';
import { fillLines } from './fill-lines.ts';
import type { Origin } from './measured-text.ts';

/** Translates a text for the layout; a refusal has become an error by then. */
export type GroupsOf = (print: PrintText, language: string | undefined) => Promise<readonly CellGroup[]>;

export interface ChunkOptions {
  readonly setup: PageSetup;
  readonly groupsOf: GroupsOf;
}

/** Lines with an indent that narrow pages make smaller. */
export function fill(
  groups: readonly CellGroup[],
  { first, runOver }: { readonly first: number; readonly runOver: number },
  origin: Origin,
  setup: PageSetup,
): PageLine[] {
  const most = Math.floor(setup.cellsPerLine / 3);
  const shape = { first: Math.min(first, most), runOver: Math.min(runOver, most) };
  return fillLines(groups, { width: setup.cellsPerLine, lineBreaks: setup.lineBreaks, ...shape }, origin);
}
