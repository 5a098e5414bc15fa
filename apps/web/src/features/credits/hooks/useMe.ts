import { useQuery } from '@tanstack/react-query';
import { MeDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

interface MeOptions {
  /** Reads it again so often, for pages where something may come from outside. */
  readonly everyMs?: number;
}

/** The signed-in person with balance and storage; read again whenever a job starts, ends, or has its credits back. */
export function useMe({ everyMs }: MeOptions = {}) {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await request(MeDocument, {}, { signal })).me,
    staleTime: 60_000,
    refetchInterval: everyMs ?? false,
  });
}
