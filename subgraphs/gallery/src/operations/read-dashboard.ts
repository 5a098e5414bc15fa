import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { parseDaySpan } from '@modu/subgraph';
import type { DaySpanArguments } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { FacetCount } from '../store/count-store.ts';
import type { DayCount } from '../domain/month-parts.ts';
import type { GalleryDeps } from './deps.ts';

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'counts'>;
}

const EVERYTHING = { trashed: false } as const;

/** How many pictures the viewer has, all or starred ones. @throws AccessError UNAUTHENTICATED when nobody is signed in. */
export async function countOwnImages({ starred }: { readonly starred: boolean }, { viewer, deps }: Asking) {
  const ownerId = requireUser(viewer, 'read');
  const filter = { ...EVERYTHING, ...(starred ? { starred } : {}) };
  return (await deps.counts.total({ ownerId, filter })) ?? 0;
}

/** How many pictures each day of a span brought the viewer, where the viewer is. @throws AccessError UNAUTHENTICATED when nobody is signed in. */
export async function listImageDays(
  asked: DaySpanArguments,
  { viewer, deps }: Asking,
): Promise<readonly DayCount[] | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const span = parseDaySpan(asked);
  return isRefusal(span) ? span : deps.counts.daysBetween(ownerId, span);
}

/** The viewer's pictures by model, the most used first. @throws AccessError UNAUTHENTICATED when nobody is signed in. */
export async function countByModel({ viewer, deps }: Asking): Promise<readonly FacetCount[]> {
  const ownerId = requireUser(viewer, 'read');
  const { counts } = await deps.counts.facets({ ownerId, filter: EVERYTHING }, 0);
  return counts.filter(({ kind }) => kind === 'model');
}
