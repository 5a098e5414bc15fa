import { focusWork } from '../screen/focus-work.ts';

const REACHABLE = 'a[href], button, input:not([type="file"]), textarea, select, [tabindex]';
/** Parts that belong together so closely that focus stays among them. */
const GROUP = 'li, tr, form, fieldset, nav, [role="group"], [role="toolbar"]';

/** Where something was taken out of the page. */
interface Gap {
  readonly around: Element;
  readonly before: Node | null;
  readonly after: Node | null;
}

/**
 * Nobody loses their place because what they pressed went away or can't be pressed any more: focus goes to what came in its place or
 * follows it, else to its like before it, else to what is around it, at last to the work. Whoever moves focus themselves in the same
 * moment is left alone, and so is what says `data-keeps-focus`. Answers how to end it.
 */
export function keepFocus(): () => void {
  let last: Element | null = document.activeElement;
  const onFocus = ({ target }: FocusEvent) => {
    last = target as Element;
  };
  const onBlur = ({ target }: FocusEvent) => {
    // Chromium tells of it before an element is gone, too: whether somebody left it by themselves is seen only when all is done.
    queueMicrotask(() => {
      if (last === target && last !== document.activeElement && isUsable(last)) last = null;
    });
  };
  const observer = new MutationObserver((records) => {
    const focused = document.activeElement;
    if (last === null || (focused !== null && focused !== document.body && focused !== last) || isUsable(last)) return;
    const lost = last;
    last = null;
    if (lost.isConnected) handOnAround(lost.parentElement);
    else handOn(findGap(records, lost));
  });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
  };
}

const isUsable = (element: Element | null) => element?.isConnected === true && !element.matches(':disabled');

function findGap(records: readonly MutationRecord[], lost: Node): Gap | null {
  let gap: Gap | null = null;
  let gone = lost;
  for (const { target, removedNodes, previousSibling, nextSibling } of records) {
    if (![...removedNodes].some((node) => node.contains(gone))) continue;
    gap = { around: target as Element, before: previousSibling, after: nextSibling };
    gone = target;
  }
  return gap;
}

function handOn(gap: Gap | null): void {
  // What lies over the page gives focus back to where it was opened.
  if (gap === null || gap.around === document.body || gap.around.closest('[data-keeps-focus]')) return;
  const { around } = gap;
  // A page went as a whole.
  if (around.matches('main')) return handOnAround(around);
  const before = gap.before?.parentNode === around ? gap.before : null;
  const next = before !== null || gap.before === null ? elementAfter(before, around) : elementAt(gap.after, around);
  if (next !== null && takeFocus(next)) return;
  const like = before instanceof Element && before.matches('li, tr') ? before : null;
  if (like === null || !takeFocus(like)) handOnAround(around);
}

function elementAfter(before: Node | null, around: Element): Element | null {
  return before === null
    ? around.firstElementChild
    : (before as ChildNode & NonDocumentTypeChildNode).nextElementSibling;
}

function elementAt(node: Node | null, around: Element): Element | null {
  if (node?.parentNode !== around) return null;
  return node instanceof Element ? node : elementAfter(node, around);
}

function handOnAround(from: Element | null): void {
  for (let box = from; box !== null; box = box.parentElement) {
    if (box.hasAttribute('tabindex')) return (box as HTMLElement).focus({ preventScroll: true });
    if (box.matches(GROUP) && takeFocus(box)) return;
  }
  focusWork();
}

/** Puts focus on the element or on the first thing in it that takes it: what is hidden or disabled does not. */
function takeFocus(box: Element): boolean {
  const within = box.querySelectorAll<HTMLElement>(REACHABLE);
  return (box.matches(REACHABLE) ? [box as HTMLElement, ...within] : [...within]).some((one) => {
    one.focus();
    return document.activeElement === one;
  });
}
