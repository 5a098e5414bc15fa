import type { Transcriber } from '@modu/engine-speech';
import type { Desk } from './desk.ts';

/** What can really write speech down now. */
export async function listTranscribers({ offers }: Pick<Desk, 'offers'>): Promise<readonly Transcriber[]> {
  return (await offers.current()).transcribers;
}
