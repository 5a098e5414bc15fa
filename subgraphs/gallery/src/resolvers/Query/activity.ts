import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import { listActivity } from '../../operations/list-activity.ts';
import { toGraphError } from '../refusal-error.ts';

export async function activity(_: unknown, wanted: Parameters<typeof listActivity>[0], context: GalleryContext) {
  const listed = await listActivity(wanted, context);
  if (isRefusal(listed)) throw toGraphError(listed, context.viewer);
  return listed;
}
