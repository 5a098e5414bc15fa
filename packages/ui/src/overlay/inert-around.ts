/** What is heard, and what stays over everything, a toast say: in reach whatever else is not. */
const ALWAYS_IN_REACH = '[data-live-announcer], [data-react-aria-top-layer]';

/** A page that is out of reach. */
export interface OutOfReach {
  /** Gives back this element with all that it stands in, and nothing beside it. */
  readonly giveBackFirst: (first: Element) => void;
  /** Gives back about so many elements, of those that come first in the page. Answers whether there are more. */
  readonly giveBackSome: (elementsMax: number) => boolean;
  readonly giveBack: () => void;
}

/** Puts the page out of reach of focus, pointer and screen reader, but for what lies over it. Answers how to give it back. */
export function inertAround(layer: Element): OutOfReach {
  const kept = [layer, ...document.querySelectorAll(ALWAYS_IN_REACH)];
  let taken = take(around(document.body, kept));
  return {
    giveBackFirst: (first) => {
      const holder = taken.find((element) => element.contains(first));
      if (holder === undefined) return;
      // What is beside it is taken before the whole is given back: it stays as it is, and none of its styles are computed anew.
      const rest = take(around(holder, [first]));
      holder.removeAttribute('inert');
      taken = [...taken.filter((element) => element !== holder), ...rest];
    },
    giveBackSome: (elementsMax) => {
      taken = taken.toSorted(inPageOrder);
      let left = elementsMax;
      while (taken[0] !== undefined && left > 0) {
        const [next, ...rest] = taken;
        const isTooLarge = sizeOf(next) > left && next.childElementCount > 0;
        const inside = isTooLarge ? take([...next.children]) : [];
        next.removeAttribute('inert');
        left -= isTooLarge ? 1 : sizeOf(next);
        taken = [...inside, ...rest];
      }
      return taken.length > 0;
    },
    giveBack: () => {
      for (const element of taken) element.removeAttribute('inert');
      taken = [];
    },
  };
}

/** How many elements have their styles computed anew when this one is given back. */
const sizeOf = (element: Element): number => element.getElementsByTagName('*').length + 1;

const inPageOrder = (one: Element, other: Element): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Those of them that nobody had put out of reach before. */
function take(elements: readonly Element[]): readonly Element[] {
  const free = elements.filter((element) => !element.hasAttribute('inert'));
  for (const element of free) element.setAttribute('inert', '');
  return free;
}

/** The fewest elements that hold everything but what is kept. */
const around = (root: Element, kept: readonly Element[]): readonly Element[] =>
  [...root.children].flatMap((child) => {
    if (kept.includes(child)) return [];
    return kept.some((each) => child.contains(each)) ? around(child, kept) : [child];
  });
