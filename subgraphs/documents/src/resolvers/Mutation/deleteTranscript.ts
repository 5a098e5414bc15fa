import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { deleteTranscript as remove } from '../../operations/find-transcripts.ts';

export const deleteTranscript = async (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  answer(await remove(desk, viewer, id), { typename: 'DeletedTranscript', viewer, catalog: messages });
