/** The toasts that tell of ends, by what they tell of; each with what takes it back. */
const told = new Map<string, { readonly page: string; readonly takeBack: () => void }>();

/** Remembers one; what was told of the same before goes, so that nobody has twenty to close. */
export function rememberTold(about: string, page: string, takeBack: () => void): void {
  told.get(about)?.takeBack();
  told.set(about, { page, takeBack });
}

/** Whoever comes to the page that they lead to needs them no more. */
function forgetTold(): void {
  for (const [about, { page, takeBack }] of told) {
    if (page !== location.pathname) continue;
    told.delete(about);
    takeBack();
  }
}

// The way tells of each of its steps by these.
for (const step of ['popstate', 'pushState', 'replaceState']) addEventListener(step, forgetTold);
