import type { DocumentsContext } from '../../context.ts';
import { findTranscript } from '../../operations/find-transcripts.ts';

export const transcript = (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  findTranscript(desk, viewer, id);
