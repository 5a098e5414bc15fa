import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import type { SpeakInput } from '../../domain/speak-request.ts';
import { messages } from '../../messages.ts';
import { speakText as speak } from '../../operations/speak-text.ts';

export const speakText = async (_: unknown, { input }: { input: SpeakInput }, { desk, viewer }: DocumentsContext) =>
  answer(await speak(desk, viewer, input), { typename: 'Job', viewer, catalog: messages });
