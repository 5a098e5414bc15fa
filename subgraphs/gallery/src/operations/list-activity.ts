import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { cursorOfActivity, parseActivityPosition } from '../domain/activity.ts';
import type { Activity } from '../domain/activity.ts';
import type { GalleryDeps } from './deps.ts';

/**
 * What happened in the viewer's gallery, newest first.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function listActivity(
  wanted: { readonly first?: number | null; readonly after?: string | null },
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'activity'> },
): Promise<Connection<Activity> | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const request = parsePage(wanted);
  if (isRefusal(request)) return request;
  const after = request.after ? parseActivityPosition(request.after) : undefined;
  if (isRefusal(after)) return after;
  const rows = await deps.activity.page({ ownerId, limit: request.first + 1, ...(after ? { after } : {}) });
  return page(rows, { ...request, cursorOf: cursorOfActivity });
}
