/** Where to go after signing in: a path of this site, never another one's address; the start when in doubt. */
export function returnPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  return next.startsWith('/sign-') ? '/' : next;
}
