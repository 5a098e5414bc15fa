import type { Voice } from '../contract.ts';
import { ESPEAK_VOICES } from './espeak-voices.ts';
import { FLITE_VOICES } from './flite-voices.ts';

/** The voices that come with the product, whatever is configured. */
export const PACKAGED_VOICES: readonly Voice[] = [...ESPEAK_VOICES, ...FLITE_VOICES];

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Those that speak a language; a voice that speaks many speaks it too. */
export function voicesFor(voices: readonly Voice[], language: string): Voice[] {
  return voices.filter((voice) => voice.language === null || primary(voice.language) === primary(language));
}

/** The voice for a language where none was chosen: an American one for English, as most texts are, else the first. */
export function defaultVoice(voices: readonly Voice[], language: string): Voice | undefined {
  const fitting = voicesFor(voices, language).filter((voice) => voice.language !== null);
  return (
    fitting.find((voice) => voice.language?.toLowerCase() === language.toLowerCase()) ??
    fitting.find(({ id }) => id === 'espeak-ng:en-US') ??
    fitting[0]
  );
}
