import { useQuery } from '@tanstack/react-query';
import { QuoteReadDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ReadDocumentInput } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** What having a file read costs. */
export function useReadQuote(input: ReadDocumentInput) {
  return useQuery({
    queryKey: ['documents', 'quote', 'read', input],
    queryFn: async ({ signal }) => (await request(QuoteReadDocument, { input }, { signal })).quoteReadDocument,
  });
}
