import type { DocumentsContext } from '../../context.ts';
import { listBrailleCodes } from '../../operations/braille-codes.ts';

export const brailleCodes = async (_: unknown, _arguments: unknown, { viewer }: DocumentsContext) =>
  (await listBrailleCodes()).map(({ title, ...code }) => ({ ...code, name: title[viewer.locale] }));
