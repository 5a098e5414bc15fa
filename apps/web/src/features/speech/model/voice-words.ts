interface NamedVoice {
  readonly id: string;
  readonly language?: string | null;
  readonly name: string;
  readonly engine: 'ESPEAK_NG' | 'FLITE' | 'API';
}

const ENGINES = { ESPEAK_NG: 'eSpeak NG', FLITE: 'Flite', API: '' } as const;

/** A voice in the viewer's language: the language it speaks, what it is called where several do, and its engine. */
export function voiceName({ language, name, engine }: NamedVoice, locale: string): string {
  if (!language) return name;
  const spoken = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(language);
  const own = /\(([^)]+)\)/u.exec(name)?.[1];
  return [spoken ?? name, engine === 'FLITE' ? name : own, ENGINES[engine]].filter(Boolean).join(' · ');
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** The voice that is proposed for a language: an American one for English, else the first that speaks it. */
export function fittingVoice<Voice extends NamedVoice>(voices: readonly Voice[], language: string): Voice | undefined {
  const fitting = voices.filter((voice) => voice.language && primary(voice.language) === primary(language));
  return fitting.find(({ id }) => id === 'espeak-ng:en-US') ?? fitting[0];
}
