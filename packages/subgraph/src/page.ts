import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';

/** A cursor connection, as the public API writes it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface PageRequest {
  readonly first: number;
  /** The parts of the cursor to start after; from outside, so parse them before use. */
  readonly after?: readonly unknown[];
}

/** Cursors are opaque to clients: a JSON array of what the list is ordered by, in base64url. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

export function decodeCursor(cursor: string): readonly unknown[] | undefined {
  if (cursor.length > 500) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Reads `first` and `after`; refuses sizes outside 1..max and cursors that are not ours. */
export function parsePage(
  { first, after }: { readonly first?: number | null; readonly after?: string | null },
  { max = 100, fallback = 20 }: { readonly max?: number; readonly fallback?: number } = {},
): PageRequest | Refusal {
  const size = first ?? fallback;
  if (!Number.isInteger(size) || size < 1 || size > max) {
    return refuse('INVALID_INPUT', 'page.size', { path: ['first'], params: { max } });
  }
  if (!after) return { first: size };
  const parts = decodeCursor(after);
  return parts ? { first: size, after: parts } : refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
}

interface Paging<Node> extends PageRequest {
  cursorOf(node: Node): readonly (string | number)[];
  /** Where the list goes on, if there are fewer rows than were asked for and it has not ended all the same. */
  readonly goesOnAfter?: readonly (string | number)[];
}

/** Makes a connection of rows that were loaded with a limit of `first + 1`; the extra row says that more follow. */
export function page<Node>(
  rows: readonly Node[],
  { first, after, cursorOf, goesOnAfter }: Paging<Node>,
): Connection<Node> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first || goesOnAfter !== undefined,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: goesOnAfter ? encodeCursor(goesOnAfter) : (edges.at(-1)?.cursor ?? null),
    },
  };
}
