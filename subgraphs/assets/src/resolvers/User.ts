import type { AssetsContext } from '../context.ts';
import { readStorage } from '../operations/read-storage.ts';

interface UserReference {
  readonly id: string;
}

export const User = {
  __resolveReference: ({ id }: UserReference) => ({ id }),
  storage: ({ id }: UserReference, _: unknown, { viewer, deps }: AssetsContext) => readStorage(id, { viewer, deps }),
};
