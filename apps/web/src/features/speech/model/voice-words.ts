interface NamedVoice {
  readonly id: string;
  readonly language?: string | null;
  readonly name: string;
  readonly engine: 'ESPEAK_NG' | 'FLITE' | 'ONNX' | 'API';
}

const ENGINES = { ESPEAK_NG: 'eSpeak NG', FLITE: 'Flite', ONNX: 'Piper', API: '' } as const;

/** A voice in the viewer's language: the language it speaks, what it is called where several do, and its engine. */
export function voiceName({ language, name, engine }: NamedVoice, locale: string): string {
  if (!language) return name;
  const spoken = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(language);
  const own = /\(([^)]+)\)/u.exec(name)?.[1];
  return [spoken ?? name, engine === 'FLITE' || engine === 'ONNX' ? name : own, ENGINES[engine]]
    .filter(Boolean)
    .join(' · ');
}
