import { listBrailleCodes } from '@modu/engine-braille';
import type { DocumentsContext } from '../../context.ts';

export const brailleCodes = (_: unknown, _arguments: unknown, { viewer }: DocumentsContext) =>
  listBrailleCodes().map(({ title, ...code }) => ({ ...code, name: title[viewer.locale] }));
