import { PACKAGED_VOICES } from '@modu/engine-speech';
import type { Voice } from '@modu/engine-speech';
import type { Desk } from './desk.ts';

/** The voices that can really be had now: those that come with the product, and those of workers that live. */
export async function listVoices({ offers }: Pick<Desk, 'offers'>): Promise<readonly Voice[]> {
  return [...PACKAGED_VOICES, ...(await offers.current()).voices];
}
