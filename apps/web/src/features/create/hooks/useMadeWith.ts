import { useQueries, useQuery } from '@tanstack/react-query';
import { MadeWithDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { batchOf, parentOf } from '../model/recall.ts';
import type { MadePicture } from '../model/recall.ts';

const madeWith = (id: string | null) => ({
  queryKey: ['image', 'made-with', id],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<MadePicture | null> =>
    id === null ? null : (await request(MadeWithDocument, { id }, { signal })).image,
  enabled: id !== null,
  staleTime: 60_000,
});

/** A picture with all it was made with; null until it is known, and when it is not there. */
export function useMadeWith(id: string | null): MadePicture | null {
  return useQuery(madeWith(id)).data ?? null;
}

/** The pictures that belong to one: those made together with it, and the one it was made from. */
export function useRelatives(picture: MadePicture | null) {
  const ids = picture === null ? [] : batchOf(picture);
  const siblings = useQueries({ queries: ids.map((id) => madeWith(id)) }).flatMap(({ data }) => data ?? []);
  const parent = useMadeWith(picture === null ? null : parentOf(picture));
  return { siblings, parent };
}
