import { useQuery } from '@tanstack/react-query';
import { lastDays } from '../../../lib/days/day-span.ts';
import type { DaySpan } from '../../../lib/days/day-span.ts';
import { DashboardDocument } from '../../../lib/graph/generated/graphql.ts';
import type { DashboardQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

export type DashboardFigures = DashboardQuery['dashboard'] & {
  readonly span: DaySpan;
  /** What a model is called; the id of one that is no longer offered. */
  readonly modelName: (modelId: string) => string;
};

/** The studio at a glance, over the last days. */
export function useDashboard(days: number) {
  return useQuery({
    queryKey: ['dashboard', days],
    queryFn: async ({ signal }): Promise<DashboardFigures> => {
      const span = lastDays(days, new Date());
      const { dashboard, models } = await request(DashboardDocument, { ...span.asked }, { signal });
      const names = new Map(models.map(({ id, name }) => [id, name]));
      return { ...dashboard, span, modelName: (id) => names.get(id) ?? id };
    },
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
}
