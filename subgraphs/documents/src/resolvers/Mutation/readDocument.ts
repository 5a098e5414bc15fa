import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import type { ReadInput } from '../../domain/read-request.ts';
import { messages } from '../../messages.ts';
import { readDocument as read } from '../../operations/read-document.ts';

export const readDocument = async (_: unknown, { input }: { input: ReadInput }, { desk, viewer }: DocumentsContext) =>
  answer(await read(desk, viewer, input), { typename: 'Job', viewer, catalog: messages });
