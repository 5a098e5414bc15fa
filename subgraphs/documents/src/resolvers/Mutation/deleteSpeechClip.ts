import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { deleteClip } from '../../operations/find-clips.ts';

export const deleteSpeechClip = async (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  answer(await deleteClip(desk, viewer, id), { typename: 'DeletedSpeechClip', viewer, catalog: messages });
