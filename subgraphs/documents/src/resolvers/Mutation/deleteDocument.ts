import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { deleteDocument as remove } from '../../operations/delete-document.ts';

export const deleteDocument = async (_: unknown, { id }: { id: string }, { desk, viewer }: DocumentsContext) =>
  answer(await remove(desk, viewer, id), { typename: 'DeletedDocument', viewer, catalog: messages });
