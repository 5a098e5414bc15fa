/** What is heard, and what stays over everything, a toast say: in reach whatever else is not. */
const ALWAYS_IN_REACH = '[data-live-announcer], [data-react-aria-top-layer]';

/** Puts the page out of reach of focus, pointer and screen reader, but for what lies over it. Answers how to give it back. */
export function inertAround(layer: Element): () => void {
  const kept = [layer, ...document.querySelectorAll(ALWAYS_IN_REACH)];
  const taken = around(document.body, kept).filter((element) => !element.hasAttribute('inert'));
  for (const element of taken) element.setAttribute('inert', '');
  return () => {
    for (const element of taken) element.removeAttribute('inert');
  };
}

/** The fewest elements that hold everything but what is kept. */
const around = (root: Element, kept: readonly Element[]): readonly Element[] =>
  [...root.children].flatMap((child) => {
    if (kept.includes(child)) return [];
    return kept.some((each) => child.contains(each)) ? around(child, kept) : [child];
  });
