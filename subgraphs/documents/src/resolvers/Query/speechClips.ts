import type { DocumentsContext } from '../../context.ts';
import { listClips } from '../../operations/find-clips.ts';
import type { PageInput } from '../../operations/find-documents.ts';
import { orThrow } from '../refusal-error.ts';

export const speechClips = async (_: unknown, page: PageInput, context: DocumentsContext) =>
  orThrow(await listClips(context.desk, context.viewer, page), context);
