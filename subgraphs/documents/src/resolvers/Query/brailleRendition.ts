import type { DocumentsContext } from '../../context.ts';
import { findRendition } from '../../operations/find-renditions.ts';

export const brailleRendition = (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  findRendition(desk, viewer, id);
