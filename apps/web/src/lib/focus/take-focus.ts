import { focusWork } from '../screen/focus-work.ts';

const REACHABLE = 'a[href], button, input:not([type="file"]), textarea, select, [tabindex]';
/** Parts that belong together so closely that focus stays among them. */
const GROUP = 'li, tr, form, fieldset, nav, [role="group"], [role="toolbar"]';

/** Puts focus on the element or on the first thing in it that takes it: what is hidden or disabled does not. */
export function takeFocus(box: Element): boolean {
  const within = box.querySelectorAll<HTMLElement>(REACHABLE);
  return (box.matches(REACHABLE) ? [box as HTMLElement, ...within] : [...within]).some((one) => {
    one.focus();
    return document.activeElement === one;
  });
}

/** Puts focus on the nearest thing around that takes it: another of its group, the part it belongs to, at last the work. */
export function takeFocusAround(from: Element | null): void {
  for (let box = from; box !== null; box = box.parentElement) {
    if (box.hasAttribute('tabindex')) return (box as HTMLElement).focus({ preventScroll: true });
    if (box.matches(GROUP) && takeFocus(box)) return;
  }
  focusWork();
}
