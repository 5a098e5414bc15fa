const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** True for an address that only this machine reaches. */
export function isLoopback(url: string): boolean {
  return LOOPBACK_NAMES.includes(new URL(url).hostname);
}

/**
 * The origins that may send credentials: the public one and those allowed besides. On loopback every name of this machine
 * counts, because people type any of them.
 */
export function trustedOrigins(publicUrl: string, allowed: readonly string[]): string[] {
  const { origin, protocol, port } = new URL(publicUrl);
  const names = isLoopback(publicUrl) ? LOOPBACK_NAMES : [];
  const aliases = names.map((name) => `${protocol}//${name}${port ? `:${port}` : ''}`);
  return [...new Set([origin, ...aliases, ...allowed])];
}
