import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { User } from '../domain/user.ts';
import { AVATAR_BYTES_MAX, isPicture } from '../domain/avatar.ts';
import type { FindOwnFile } from '../store/assets-client.ts';
import type { UserStore } from '../store/user-store.ts';

interface Options {
  readonly users: UserStore;
  readonly findOwnFile: FindOwnFile;
}

/** Makes a file of the person who asks their picture; null takes it away. The file stays theirs and is seen by nobody else. */
export async function setAvatar(
  { users, findOwnFile }: Options,
  viewer: Viewer,
  assetId: string | null,
): Promise<User | Refusal> {
  const userId = requireUser(viewer);
  if (assetId !== null) {
    const file = await findOwnFile({ id: assetId, userId });
    if (!file) return refuse('NOT_FOUND', 'avatar.notFound', { path: ['assetId'] });
    if (!isPicture(file.contentType)) return refuse('INVALID_INPUT', 'avatar.notPicture', { path: ['assetId'] });
    if (file.sizeBytes > AVATAR_BYTES_MAX) {
      const params = { max: AVATAR_BYTES_MAX / 1_000_000 };
      return refuse('INVALID_INPUT', 'avatar.tooLarge', { path: ['assetId'], params });
    }
  }
  return (await users.setAvatar(userId, assetId)) ?? refuse('NOT_FOUND', 'profile.notFound');
}
