import type { DocumentsContext } from '../../context.ts';
import { findClip } from '../../operations/find-clips.ts';

export const speechClip = (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  findClip(desk, viewer, id);
