import { defaultVoice } from '@modu/engine-speech/voice-choice';
import { Button, ChoiceGroup, Combobox, Notice, Slider } from '@modu/ui';
import { useMemo, useState } from 'react';
import type { AudioFormat, VoicesQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useSpeak, useSpeakQuote, useVoices } from '../hooks/useSpeech.ts';
import { voiceName } from '../model/voice-words.ts';

interface SpeakFormProps {
  /** What is said: a text or a document. */
  readonly what: { readonly text: string } | { readonly documentId: string };
  /** Of what is said, when it is known. */
  readonly language?: string;
  readonly isReady: boolean;
  readonly onStarted?: () => void;
}

const RATE = { min: 0.5, max: 3, step: 0.1 };
const PITCH = { min: 0.5, max: 2, step: 0.1 };
const FORMATS: readonly AudioFormat[] = ['MP3', 'OPUS', 'WAV'];

/** Chooses a voice and how it speaks, says what it costs, and has it said. */
export function SpeakForm({ what, language, isReady, onStarted }: SpeakFormProps) {
  const { t } = useTranslation('speech');
  const voices = useVoices().data ?? [];
  const manner = useManner(voices, language);
  const { rate, setRate, pitch, setPitch, format, setFormat, voice } = manner;
  const input = {
    ...what,
    ...(voice === undefined ? {} : { voice: voice.id }),
    ...{ rate, format, pitch: voice?.hasPitch === false ? 1 : pitch },
  };
  const quote = useSpeakQuote(input, isReady);
  const speak = useSpeak();
  const refusal = isReady ? quote.data?.refusal?.message : undefined;
  const credits = isReady && !quote.data?.refusal ? quote.data?.credits : undefined;
  return (
    <form
      className="speak-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) speak.mutate(input, { onSuccess: () => onStarted?.() });
      }}
    >
      <VoiceChoice voices={voices} voice={voice} onChange={manner.setVoiceId} />
      <Slider label={t('rate')} value={rate} onChange={setRate} {...RATE} />
      {voice?.hasPitch !== false && <Slider label={t('pitch')} value={pitch} onChange={setPitch} {...PITCH} />}
      <ChoiceGroup
        label={t('format')}
        value={format}
        onChange={(id) => setFormat(id as AudioFormat)}
        choices={FORMATS.map((id) => ({ id, name: id === 'OPUS' ? 'Opus' : id }))}
      />
      <Button type="submit" variant="primary" isDisabled={!isReady} isPending={speak.isPending}>
        {credits === undefined ? t('say') : t('sayFor', { count: credits })}
      </Button>
      {refusal !== undefined && <Notice tone="negative">{refusal}</Notice>}
      <FailureNotice error={speak.error} />
    </form>
  );
}

type Voices = VoicesQuery['voices'];

function useManner(voices: Voices, language: string | undefined) {
  const locale = useLocale();
  const [voiceId, setVoiceId] = useState<string | null>(null);
  const [rate, setRate] = useState(1);
  const [pitch, setPitch] = useState(1);
  const [format, setFormat] = useState<AudioFormat>('MP3');
  const voice = voices.find(({ id }) => id === voiceId) ?? defaultVoice(voices, language ?? locale);
  return { voice, setVoiceId, rate, setRate, pitch, setPitch, format, setFormat };
}

interface VoiceChoiceProps {
  readonly voices: Voices;
  readonly voice: Voices[number] | undefined;
  readonly onChange: (id: string | null) => void;
}

function VoiceChoice({ voices, voice, onChange }: VoiceChoiceProps) {
  const { t } = useTranslation('speech');
  const locale = useLocale();
  const options = useMemo(
    () =>
      voices
        .map((one) => ({ id: one.id, name: voiceName(one, locale) }))
        .toSorted((one, other) => one.name.localeCompare(other.name, locale)),
    [voices, locale],
  );
  const hints = { ESPEAK_NG: t('espeakNote'), FLITE: t('fliteNote'), ONNX: t('onnxNote'), API: t('apiNote') };
  if (options.length === 0) return null;
  return (
    <Combobox
      label={t('voice')}
      options={options}
      value={voice?.id ?? null}
      onChange={onChange}
      emptyWords={t('noVoice')}
      hint={voice && hints[voice.engine]}
    />
  );
}
