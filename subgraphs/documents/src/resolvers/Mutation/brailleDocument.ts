import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import type { BrailleInput } from '../../domain/braille-request.ts';
import { messages } from '../../messages.ts';
import { brailleDocument as write } from '../../operations/braille-document.ts';

export const brailleDocument = async (
  _: unknown,
  { input }: { input: BrailleInput },
  { desk, viewer }: DocumentsContext,
) => answer(await write(desk, viewer, input), { typename: 'Job', viewer, catalog: messages });
