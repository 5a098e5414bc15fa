import type { DocumentsContext } from '../../context.ts';

export const brailleCodes = async (_: unknown, _arguments: unknown, { viewer, desk }: DocumentsContext) =>
  (await desk.engine.codes()).map(({ title, ...code }) => ({
    ...code,
    name: title[viewer.locale],
    edition: { ...desk.engine.editionOf(code.id), isCurrent: true },
  }));
