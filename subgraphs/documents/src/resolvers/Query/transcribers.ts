import type { DocumentsContext } from '../../context.ts';
import { listTranscribers } from '../../operations/list-transcribers.ts';

export const transcribers = (_: unknown, _arguments: unknown, { desk }: DocumentsContext) => listTranscribers(desk);
