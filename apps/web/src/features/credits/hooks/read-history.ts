import { CreditHistoryDocument } from '../../../lib/graph/generated/graphql.ts';
import type { CreditHistoryQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { kindsOf } from '../model/history.ts';
import type { HistoryFilter } from '../model/history.ts';

type HistoryPage = NonNullable<CreditHistoryQuery['me']>['creditHistory'];
export type HistoryEntry = HistoryPage['edges'][number]['node'];

/** As many as the API gives at a time. */
const WHOLE_PAGE = 100;

export interface PageAsked {
  readonly filter: HistoryFilter;
  readonly first: number;
  readonly after: string | null;
  readonly signal?: AbortSignal;
}

/** A page of the movements of the viewer's credits, newest first; null for somebody who is not signed in. */
export async function readHistoryPage({ filter, first, after, signal }: PageAsked): Promise<HistoryPage | null> {
  const variables = { first, after, kinds: kindsOf(filter) };
  return (await request(CreditHistoryDocument, variables, signal && { signal })).me?.creditHistory ?? null;
}

/** All of them, to the first that there was. */
export async function readWholeHistory(filter: HistoryFilter): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let after: string | null = null;
  do {
    const page: HistoryPage | null = await readHistoryPage({ filter, first: WHOLE_PAGE, after });
    entries.push(...(page?.edges.map(({ node }) => node) ?? []));
    after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return entries;
}
