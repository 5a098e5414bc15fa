import type { PassagePartsFragment } from '../../../lib/graph/generated/graphql.ts';

export interface Mark {
  readonly path: readonly number[];
  readonly start: number;
  readonly end: number;
}

interface PrintWordsProps {
  readonly text: string;
  readonly spans: readonly PassagePartsFragment[];
  readonly path: readonly number[];
  readonly mark: Mark | undefined;
  readonly onPlace: ((path: readonly number[], offset: number) => void) | undefined;
}

/** A text with its passages in their languages, and the marked one. A click says which character was meant. */
export function PrintWords({ text, spans, path, mark, onPlace }: PrintWordsProps) {
  const own = mark !== undefined && String(mark.path) === String(path) ? mark : undefined;
  const edges = new Set([
    0,
    text.length,
    ...spans.flatMap(({ start, end }) => [start, end]),
    ...(own ? [own.start, own.end] : []),
  ]);
  const cuts = [...edges].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    const within = spans.filter((span) => span.start <= start && span.end >= end);
    const language = within.findLast((span) => span.language !== null)?.language ?? undefined;
    const emphases = within.flatMap(({ emphasis }) => emphasis ?? []);
    const isMarked = own !== undefined && start >= own.start && end <= own.end;
    // What the cursor stands on is a mark for whoever reads without seeing, too.
    const Words = isMarked ? 'mark' : 'span';
    return (
      <Words
        key={start}
        lang={language}
        data-emphasis={emphases.length > 0 ? emphases.join(' ') : undefined}
        data-math={within.some(({ math }) => math) || undefined}
        onPointerUp={onPlace && ((event) => onPlace(path, start + offsetAt(event.currentTarget)))}
      >
        {text.slice(start, end)}
      </Words>
    );
  });
}

/** The character that was clicked: the browser has put its caret there. */
function offsetAt(element: HTMLElement): number {
  const selection = getSelection();
  const isHere = selection?.anchorNode && element.contains(selection.anchorNode);
  return isHere ? Math.min(selection.anchorOffset, Math.max(0, (element.textContent?.length ?? 1) - 1)) : 0;
}
