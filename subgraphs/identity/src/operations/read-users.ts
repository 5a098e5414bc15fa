import type { Viewer } from '@modu/viewer';
import { maySeeUser } from '../domain/access.ts';
import type { User } from '../domain/user.ts';
import type { UserStore } from '../store/user-store.ts';

/** People by id, in the order asked for; null for those who don't exist and those the viewer may not see, alike. */
export async function readUsers(users: UserStore, viewer: Viewer, ids: readonly string[]): Promise<(User | null)[]> {
  const visible = ids.filter((id) => maySeeUser(viewer, id));
  const found = visible.length > 0 ? await users.listByIds(visible) : [];
  const byId = new Map(found.map((user) => [user.id, user]));
  return ids.map((id) => byId.get(id) ?? null);
}
