/** What is chosen on the wall, and where a range would begin. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Place of the picture that was chosen last. */
  readonly anchor: number | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** Chosen when it was not, and the other way round. */
export function toggle({ ids }: Selection, { id, place }: { readonly id: string; readonly place: number }): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: place };
}

/** All of these too. */
export function choose({ ids, anchor }: Selection, more: Iterable<string>, place: number | null = anchor): Selection {
  return { ids: new Set([...ids, ...more]), anchor: place };
}

/** Places from one picture to another, both included, whichever comes first. */
export function rangeOf(anchor: number, place: number): { readonly from: number; readonly to: number } {
  return { from: Math.min(anchor, place), to: Math.max(anchor, place) };
}

/** How many a range chooses at a time. */
export const SELECTION_MAX = 1_000;

/** The first `SELECTION_MAX` places from the anchor towards a picture; `end` is where they stop, the anchor of what is chosen next. */
export function cutRange(
  anchor: number,
  place: number,
): { readonly from: number; readonly to: number; readonly end: number; readonly isCut: boolean } {
  const farthest = SELECTION_MAX - 1;
  const end = Math.min(Math.max(place, anchor - farthest), anchor + farthest);
  return { ...rangeOf(anchor, end), end, isCut: end !== place };
}
