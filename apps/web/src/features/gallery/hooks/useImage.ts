import { useQuery } from '@tanstack/react-query';
import { ImageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ImageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

export type ImageInFull = NonNullable<ImageQuery['image']>;

/** One picture with its settings and file; null when there is none of that id for the viewer. */
export function useImage(imageId: string) {
  return useQuery({
    queryKey: ['images', 'one', imageId],
    queryFn: async ({ signal }) => (await request(ImageDocument, { id: imageId }, { signal })).image,
    staleTime: 60_000,
  });
}
