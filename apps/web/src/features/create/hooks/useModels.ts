import { useQuery } from '@tanstack/react-query';
import { ModelsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ModelsQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

export type StudioModel = ModelsQuery['models'][number];

const NONE: readonly StudioModel[] = [];

/** The models that make pictures from words, and the one a draft means: its own, else the first that is available. */
export function useModels(modelId: string | null) {
  const { data, isError } = useQuery({
    queryKey: ['models'],
    queryFn: async ({ signal }) => (await request(ModelsDocument, {}, { signal })).models,
    staleTime: 10 * 60_000,
  });
  const models = data ?? NONE;
  const model = models.find(({ id }) => id === modelId) ?? models.find(({ available }) => available) ?? null;
  return { models, model, isError };
}
