import { isId } from '@modu/ids';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';

/** Reads what one person owns of these. */
type Find<Row> = (ids: readonly string[], ownerId: string) => Promise<readonly Row[]>;

/** What the viewer owns of these, in one read and in their order; null for whatever is not theirs or not there. */
export async function findOwn<Row extends { readonly id: string }>(
  find: Find<Row>,
  viewer: Viewer,
  ids: readonly string[],
): Promise<(Row | null)[]> {
  const ownerId = actsFor(viewer, 'documents');
  const known = ids.filter(isId);
  const rows = ownerId && known.length > 0 ? await find(known, ownerId) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
