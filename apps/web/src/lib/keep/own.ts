import { createKeptValue, OWN_PREFIX } from './kept-value.ts';

/** Who wrote what this browser keeps; told of when somebody else comes or everybody has left. */
export const keptOwner = createKeptValue<string | null>({
  key: `${OWN_PREFIX}owner`,
  // Whatever else is stored there is nobody's id, and so somebody else's.
  parse: (stored) => stored as string | null,
});

/** Whom this tab works for, once it has learned so. */
let here: string | null = null;

/** How a tab leaves the page of somebody who is not here any more; the app says which pages may stay. */
export const leaving = { go: (href: string): void => location.assign(href) };

// Another tab has learned it first: this one shows pages of the person before.
keptOwner.subscribe(() => {
  const owner = keptOwner.get();
  if (here !== null && owner !== null) ownedBy(owner);
});

/**
 * The server has said who is signed in. What somebody else has left in this browser is forgotten, and a tab that worked for somebody
 * else begins anew; the same person finds everything as it was.
 */
export function ownedBy(id: string): void {
  const owner = keptOwner.get();
  const before = here ?? id;
  here = id;
  if (owner === id && before === id) return;
  if ((owner ?? before) !== id) forgetKept();
  keptOwner.set(id);
  if (before !== id) leaving.go('/');
}

/** Forgets everything the person of this tab wrote. */
export function forgetOwn(): void {
  // A tab that slept while somebody signed out hears of it late: what is kept by then is the next person's.
  if ((keptOwner.get() ?? here) !== here) return;
  keptOwner.set(null);
  forgetKept();
}

function forgetKept(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(OWN_PREFIX)) localStorage.removeItem(key);
}
