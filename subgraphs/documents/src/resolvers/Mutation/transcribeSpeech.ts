import { answer } from '@modu/subgraph';
import type { DocumentsContext } from '../../context.ts';
import type { TranscribeInput } from '../../domain/transcribe-request.ts';
import { messages } from '../../messages.ts';
import { transcribeSpeech as transcribe } from '../../operations/transcribe-speech.ts';

export const transcribeSpeech = async (
  _: unknown,
  { input }: { input: TranscribeInput },
  { desk, viewer }: DocumentsContext,
) => answer(await transcribe(desk, viewer, input), { typename: 'Job', viewer, catalog: messages });
