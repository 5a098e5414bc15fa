import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { checkProfileChange } from '../domain/profile.ts';
import type { ProfileChange } from '../domain/profile.ts';
import type { User } from '../domain/user.ts';
import type { UserStore } from '../store/user-store.ts';

/** Changes the name or language of the person who asks. */
export async function updateProfile(users: UserStore, viewer: Viewer, change: ProfileChange): Promise<User | Refusal> {
  const userId = requireUser(viewer);
  const checked = checkProfileChange(change);
  if (isRefusal(checked)) return checked;
  return (await users.update(userId, checked)) ?? refuse('NOT_FOUND', 'profile.notFound');
}
