/** As much of a block as its place among others needs. */
interface Placed {
  readonly id: string;
  readonly position: number;
  readonly isLeftOut: boolean;
}
/** Blocks as they came, page by page. */
export type BlockPages<Block extends Placed> = readonly (Page<Block> | null)[];
interface Page<Block> {
  readonly edges: readonly { readonly node: Block }[];
}

interface Shown {
  /** Whether blocks that were left out are shown too. */
  readonly withLeftOut: boolean;
}

/** The pages with a block as it is now, in its old place; undefined when they can't tell where it would be. */
export function replaceBlock<Block extends Placed, Pages extends BlockPages<Block>>(
  pages: Pages,
  block: Block,
  { withLeftOut }: Shown,
): Pages | undefined {
  const before = pages.flatMap((page) => page?.edges ?? []).find(({ node }) => node.id === block.id)?.node;
  if (before?.position !== block.position) return undefined;
  const isShown = withLeftOut || !block.isLeftOut;
  return eachPage(pages, (edges) =>
    edges.flatMap((edge) => (edge.node.id !== block.id ? [edge] : isShown ? [{ ...edge, node: block }] : [])),
  );
}

/** The pages with a block behind another, or first; undefined when that other is on none of them. Later blocks have moved by one, which nothing that is shown says. */
export function placeBlock<Block extends Placed, Pages extends BlockPages<Block>>(
  pages: Pages,
  block: Block,
  afterBlockId: string | null,
): Pages | undefined {
  const all = pages.flatMap((page) => page?.edges ?? []);
  const isThere = (id: string) => all.some(({ node }) => node.id === id);
  if (!isThere(block.id) || (afterBlockId !== null && !isThere(afterBlockId))) return undefined;
  const first = all.find(({ node }) => node.id !== block.id)?.node.id;
  return eachPage(pages, (edges) =>
    edges
      .filter(({ node }) => node.id !== block.id)
      .flatMap((edge) => {
        if (edge.node.id === afterBlockId) return [edge, { ...edge, node: block }];
        return afterBlockId === null && edge.node.id === first ? [{ ...edge, node: block }, edge] : [edge];
      }),
  );
}

/** @param change gives the edges of a page anew. */
function eachPage<Block extends Placed, Pages extends BlockPages<Block>>(
  pages: Pages,
  change: (edges: Page<Block>['edges']) => Page<Block>['edges'],
): Pages {
  return pages.map((page) => page && { ...page, edges: change(page.edges) }) as unknown as Pages;
}
