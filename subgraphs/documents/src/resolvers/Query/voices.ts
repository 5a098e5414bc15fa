import { voicesFor } from '@modu/engine-speech';
import type { DocumentsContext } from '../../context.ts';
import { listVoices } from '../../operations/list-voices.ts';

export const voices = async (_: unknown, { language }: { language?: string | null }, { desk }: DocumentsContext) => {
  const all = await listVoices(desk);
  return language ? voicesFor(all, language) : all;
};
