import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ModelsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ModelsQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import type { Task } from '../model/draft.ts';

export type StudioModel = ModelsQuery['models'][number];

const NONE: readonly StudioModel[] = [];

/** The models that know the task, and the one a draft means: its own, else the first that is available. */
export function useModels(modelId: string | null, task: Task) {
  const { data, error, refetch } = useQuery({
    queryKey: ['models'],
    queryFn: async ({ signal }) => (await request(ModelsDocument, {}, { signal })).models,
    staleTime: 10 * 60_000,
  });
  const models = useMemo(() => (data ?? NONE).filter(({ tasks }) => tasks.includes(task)), [data, task]);
  const model = models.find(({ id }) => id === modelId) ?? models.find(({ available }) => available) ?? null;
  return { models, model, error, refetch };
}
