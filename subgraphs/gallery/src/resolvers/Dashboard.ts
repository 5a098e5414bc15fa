import { isRefusal } from '@modu/errors';
import { actsFor } from '@modu/viewer';
import type { GalleryContext } from '../context.ts';
import { countByModel, countOwnImages, listImageDays } from '../operations/read-dashboard.ts';
import { toGraphError } from './refusal-error.ts';

interface DashboardOf {
  readonly id: string;
}

export const Dashboard = {
  /** Nobody has a dashboard of somebody else. */
  __resolveReference: ({ id }: DashboardOf, { viewer }: GalleryContext): DashboardOf | null =>
    actsFor(viewer, 'read') === id ? { id } : null,
  imageCount: (_: DashboardOf, _args: unknown, context: GalleryContext) => countOwnImages({ starred: false }, context),
  starredCount: (_: DashboardOf, _args: unknown, context: GalleryContext) => countOwnImages({ starred: true }, context),
  boardCount: async ({ id }: DashboardOf, _: unknown, { deps }: GalleryContext) => (await deps.boards.list(id)).length,
  imagesByDay: async (_: DashboardOf, span: Parameters<typeof listImageDays>[0], context: GalleryContext) => {
    const days = await listImageDays(span, context);
    if (isRefusal(days)) throw toGraphError(days, context.viewer);
    return days;
  },
  imagesByModel: async (_: DashboardOf, _args: unknown, context: GalleryContext) =>
    (await countByModel(context)).map(({ value, count }) => ({ model: { id: value }, count })),
};
