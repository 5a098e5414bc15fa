import type { IdentityContext } from '../../context.ts';
import { warnOfStorage as warn } from '../../operations/warn-of-storage.ts';
import type { StorageFigures } from '../../operations/warn-of-storage.ts';

export const warnOfStorage = (
  _: unknown,
  args: StorageFigures & { readonly userId: string },
  context: IdentityContext,
) => warn(context, context.viewer, args);
