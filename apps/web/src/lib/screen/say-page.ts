import { announce } from '@modu/ui';

/** The page a visit begins with is read by the browser's own news of it. */
let said = location.pathname;

/** Says the name of a page that one has come to, once: focus goes to its work, which has no name of its own. */
export function sayPage(title: string): void {
  if (location.pathname === said) return;
  said = location.pathname;
  announce(title, { about: 'page' });
}
