import type { DocumentsContext } from '../../context.ts';
import { findDocument } from '../../operations/find-documents.ts';

export const document = (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  findDocument(desk, viewer, id);
