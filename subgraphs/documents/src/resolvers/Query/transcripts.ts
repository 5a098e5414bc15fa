import type { DocumentsContext } from '../../context.ts';
import type { PageInput } from '../../operations/find-documents.ts';
import { listTranscripts } from '../../operations/find-transcripts.ts';
import { orThrow } from '../refusal-error.ts';

export const transcripts = async (_: unknown, page: PageInput, context: DocumentsContext) =>
  orThrow(await listTranscripts(context.desk, context.viewer, page), context);
