import { useQuery } from '@tanstack/react-query';
import { ModelNamesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

/** Tells what a model is called; the id of one that is not known, or no longer offered. */
export function useModelNames({ isWanted = true }: { readonly isWanted?: boolean } = {}): (id: string) => string {
  const { data } = useQuery({
    queryKey: ['models', 'names'],
    queryFn: async ({ signal }) => (await request(ModelNamesDocument, {}, { signal })).models,
    enabled: isWanted,
    staleTime: 600_000,
  });
  return (id) => data?.find((model) => model.id === id)?.name ?? id;
}
