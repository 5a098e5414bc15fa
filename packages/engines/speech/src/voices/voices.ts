import type { Voice } from '../contract.ts';
import { ESPEAK_VOICES } from './espeak-voices.ts';
import { FLITE_VOICES } from './flite-voices.ts';

/** The voices that come with the product, whatever is configured. */
export const PACKAGED_VOICES: readonly Voice[] = [...ESPEAK_VOICES, ...FLITE_VOICES];
