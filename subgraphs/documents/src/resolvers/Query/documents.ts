import type { DocumentsContext } from '../../context.ts';
import { listDocuments } from '../../operations/find-documents.ts';
import type { PageInput } from '../../operations/find-documents.ts';
import { orThrow } from '../refusal-error.ts';

export const documents = async (_: unknown, page: PageInput, context: DocumentsContext) =>
  orThrow(await listDocuments(context.desk, context.viewer, page), context);
