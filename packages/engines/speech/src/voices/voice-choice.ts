/** What a voice is chosen by: its name, and the language it speaks, none for one that speaks many. */
export interface SpeakingVoice {
  readonly id: string;
  readonly language?: string | null;
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Those that speak a language; a voice that speaks many speaks it too. */
export function voicesFor<Voice extends SpeakingVoice>(voices: readonly Voice[], language: string): Voice[] {
  return voices.filter((voice) => !voice.language || primary(voice.language) === primary(language));
}

/** The voice for a language where none was chosen: an American one for English, as most texts are, else the first. */
export function defaultVoice<Voice extends SpeakingVoice>(
  voices: readonly Voice[],
  language: string,
): Voice | undefined {
  const fitting = voicesFor(voices, language).filter((voice) => voice.language);
  return (
    fitting.find((voice) => voice.language?.toLowerCase() === language.toLowerCase()) ??
    fitting.find(({ id }) => id === 'espeak-ng:en-US') ??
    fitting[0]
  );
}
