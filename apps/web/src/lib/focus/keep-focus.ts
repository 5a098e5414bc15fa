import { focusWork } from '../screen/focus-work.ts';
import { findGap } from './gap.ts';
import type { Gap } from './gap.ts';
import { takeFocus, takeFocusAround } from './take-focus.ts';

/** Longer than what lies over a page needs to put the page back in order. */
const OVERLAY_MS = 100;
/** What lies over a page: questions, and what a button opens beside itself. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [data-trigger]';

/**
 * Nobody loses their place because what they pressed went away or can't be pressed any more: focus goes to what came in its place or
 * follows it, else to its like before it, else to what is around it, at last to the work. Whoever moves focus themselves in the same
 * moment is left alone, and so is what says `data-keeps-focus`. Answers how to end it.
 */
export function keepFocus(): () => void {
  let last: Element | null = document.activeElement;
  /** From where what lies over the page was opened, and its place once that is gone too: an answer may be quicker than the question's end. */
  let opener: Element | null = last;
  let openerGap: Gap | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    last = target as Element;
    if (last.closest(OVERLAYS) !== null) return;
    opener = last;
    openerGap = null;
  };
  const onBlur = ({ target }: FocusEvent) => {
    // Chromium tells of it before an element is gone, too: whether somebody left it by themselves is seen only when all is done.
    queueMicrotask(() => {
      if (last !== target || last === document.activeElement || !isUsable(last)) return;
      if (opener === last) opener = null;
      last = null;
    });
  };
  const observer = new MutationObserver((records) => {
    if (opener?.isConnected === false) {
      openerGap = findGap(records, opener);
      opener = null;
    }
    const focused = document.activeElement;
    if (last === null || (focused !== null && focused !== document.body && focused !== last) || isUsable(last)) return;
    const lost = last;
    last = null;
    if (lost.isConnected) takeFocusAround(lost.parentElement);
    else handOn(findGap(records, lost), () => openerGap ?? opener);
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

function handOn(gap: Gap | null, findOpener: () => Gap | Element | null = () => null): void {
  if (gap === null) return;
  const { around, before, next, wasWhole, added } = gap;
  if (around === document.body) return afterOverlay(findOpener);
  if (around.closest('[data-keeps-focus]')) return;
  // A page went as a whole.
  if (around.matches('main') && !wasWhole) return takeFocusAround(around);
  // The last of what was asked for by "More" came, which is not needed any more: one goes on at the first of it.
  const come = wasWhole ? added.find((element) => before !== element && before?.contains(element)) : undefined;
  if (come !== undefined) return goOnAt(come);
  if (next !== null && takeFocus(next)) return;
  if (next !== null && wasWhole && added.includes(next)) return goOnAt(next);
  if (before?.matches('li, tr') !== true || !takeFocus(before)) takeFocusAround(around);
}

/** At something that is there to be read, if there is nothing to press in it. */
function goOnAt(element: Element): void {
  if (takeFocus(element)) return;
  (element as HTMLElement).tabIndex = -1;
  (element as HTMLElement).focus();
}

/** What lies over the page gives focus back to where it was opened, some frames later; where it does not, we do; what is gone has left its place. */
function afterOverlay(findOpener: () => Gap | Element | null): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const opener = findOpener();
    if (opener instanceof Element) takeFocus(opener);
    else if (opener !== null && opener.around !== document.body) handOn(opener);
    if (document.activeElement === document.body) focusWork();
  }, OVERLAY_MS);
}
