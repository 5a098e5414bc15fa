import { useQuery } from '@tanstack/react-query';
import { ImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import type { StudioPicture } from '../model/scene.ts';

const NONE: readonly StudioPicture[] = [];

/** How many pictures the filmstrip holds. */
export const FILMSTRIP_MAX = 24;

export const LATEST_KEY = ['images', 'latest'] as const;

/** The newest pictures for the wall and the filmstrip. */
export function usePictures() {
  const { data, isFetched } = useQuery({
    queryKey: LATEST_KEY,
    queryFn: async ({ signal }) => {
      const { images } = await request(ImagesDocument, { first: FILMSTRIP_MAX }, { signal });
      return images.edges.map((edge) => edge.node);
    },
    staleTime: 60_000,
  });
  return { pictures: data ?? NONE, isReady: isFetched };
}
