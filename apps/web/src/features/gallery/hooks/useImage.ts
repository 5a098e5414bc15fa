import { useQuery } from '@tanstack/react-query';
import { ImageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ImageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

export type ImageInFull = NonNullable<ImageQuery['image']> & {
  /** What its model is called; the id of one that is no longer offered, null when none is known. */
  readonly modelName: string | null;
};

/** One picture with its settings and file; null when there is none of that id for the viewer. */
export function useImage(imageId: string) {
  return useQuery({
    queryKey: ['images', 'one', imageId],
    queryFn: async ({ signal }): Promise<ImageInFull | null> => {
      const { image, models } = await request(ImageDocument, { id: imageId }, { signal });
      if (!image) return null;
      const modelId = image.model?.id ?? null;
      return { ...image, modelName: models.find(({ id }) => id === modelId)?.name ?? modelId };
    },
    staleTime: 60_000,
  });
}
