import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { correctBlock as correct } from '../../operations/correct-block.ts';

export const correctBlock = async (
  _: unknown,
  { input }: { input: Parameters<typeof correct>[2] },
  { desk, viewer }: DocumentsContext,
) => answer(await correct(desk, viewer, input), { typename: 'CorrectedDocument', viewer, catalog: messages });
