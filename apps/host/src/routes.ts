/** Which module answers which path of the public port; the longest prefix wins. The same whether it runs here or not. */
const PUBLIC: readonly (readonly [prefix: string, module: string])[] = [
  ['/graphql', 'gateway'],
  ['/auth/', 'identity'],
  ['/webhooks/', 'billing'],
  ['/', 'studio'],
];

export function publicModule(pathname: string): string {
  const [, module] = PUBLIC.find(([prefix]) => pathname === prefix || pathname.startsWith(prefix)) ?? ['/', 'studio'];
  return module;
}

/** The module that a path between our processes is meant for: `/subgraphs/<name>/…`, or as on the public port. */
export function internalModule(pathname: string): string {
  return /^\/subgraphs\/([a-z-]+)\//.exec(pathname)?.[1] ?? publicModule(pathname);
}
