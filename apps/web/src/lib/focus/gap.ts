/** Where something was taken out of the page. */
export interface Gap {
  readonly around: Element;
  /** What is before it now, and what is in its place or follows it. */
  readonly before: Element | null;
  readonly next: Element | null;
  /** What was focused is all that went. */
  readonly wasWhole: boolean;
  /** What came in the same moment. */
  readonly added: readonly Element[];
}

/** Finds where what was focused was taken out; null when it was not in the page. */
export function findGap(records: readonly MutationRecord[], lost: Element): Gap | null {
  let last: MutationRecord | null = null;
  let gone: Node = lost;
  let wasWhole = false;
  for (const record of records) {
    const removed = [...record.removedNodes].find((node) => node.contains(gone));
    if (removed === undefined) continue;
    wasWhole = removed === lost;
    last = record;
    gone = record.target;
  }
  if (last === null) return null;
  const around = last.target as Element;
  const isStill = (node: Node | null) => node?.parentNode === around;
  const [before, after] = [last.previousSibling, last.nextSibling].map((node) => (isStill(node) ? node : null));
  const added = records.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element));
  return {
    ...{ around, wasWhole, added },
    before: elementAt(before ?? null, 'previousElementSibling'),
    next:
      before != null
        ? (before as Sibling).nextElementSibling
        : last.previousSibling === null
          ? around.firstElementChild
          : elementAt(after ?? null, 'nextElementSibling'),
  };
}

type Sibling = ChildNode & NonDocumentTypeChildNode;

/** The node, or the nearest element beside it. */
function elementAt(node: Node | null, side: 'previousElementSibling' | 'nextElementSibling'): Element | null {
  return node === null || node instanceof Element ? node : (node as Sibling)[side];
}
