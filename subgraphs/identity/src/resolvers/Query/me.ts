import { actsFor } from '@modu/viewer';
import type { IdentityContext } from '../../context.ts';

export const me = (_: unknown, __: unknown, { userLoader, viewer }: IdentityContext) => {
  const userId = actsFor(viewer);
  return userId ? userLoader.load(userId) : null;
};
