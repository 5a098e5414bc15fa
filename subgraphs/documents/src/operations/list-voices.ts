import { PACKAGED_VOICES } from '@modu/engine-speech';
import type { Voice } from '@modu/engine-speech';

/** The voices that can really be had now. */
export function listVoices(_desk: object): Promise<readonly Voice[]> {
  return Promise.resolve(PACKAGED_VOICES);
}
