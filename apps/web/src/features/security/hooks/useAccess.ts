import { useQuery } from '@tanstack/react-query';
import { AccessDocument } from '../../../lib/graph/generated/graphql.ts';
import type { AccessQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

export type Place = NonNullable<AccessQuery['me']>['sessions'][number];
export type Key = NonNullable<AccessQuery['me']>['apiKeys'][number];

/** Where the person is signed in, and the keys of their programs. */
export function useAccess() {
  return useQuery({
    queryKey: ['access'],
    queryFn: async ({ signal }) => (await request(AccessDocument, {}, { signal })).me,
    staleTime: 30_000,
  });
}
