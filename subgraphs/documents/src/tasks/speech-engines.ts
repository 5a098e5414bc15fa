import {
  apiVoices,
  createApiEar,
  createApiSpeaker,
  createConfinedSpeaker,
  createSpeakers,
  findPocketsphinx,
} from '@modu/engine-speech';
import type { Ear, Speaker, Voice } from '@modu/engine-speech';
import type { SpeechSettings } from '../settings.ts';

/** What this worker says and hears with. */
export interface SpeechEngines {
  readonly speaker: Speaker;
  /** Besides those that come with the product. */
  readonly voices: readonly Voice[];
  readonly ears: readonly Ear[];
}

/** What is there: espeak-ng and flite always, a service where one is set, pocketsphinx where it is installed. */
export function createSpeechEngines(settings: SpeechSettings): SpeechEngines {
  const { SPEECH_API_URL: speechUrl, SPEECH_API_KEY: speechKey, SPEECH_API_MODEL: model } = settings;
  const { TRANSCRIPTION_API_URL: hearingUrl, TRANSCRIPTION_API_KEY: hearingKey } = settings;
  const key = (apiKey: string | undefined) => (apiKey === undefined ? {} : { apiKey });
  const confined = createConfinedSpeaker();
  const api = speechUrl ? { API: createApiSpeaker({ baseUrl: speechUrl, model, ...key(speechKey) }) } : {};
  const service = hearingUrl
    ? [createApiEar({ baseUrl: hearingUrl, model: settings.TRANSCRIPTION_API_MODEL, ...key(hearingKey) })]
    : [];
  const installed = findPocketsphinx(settings.PATH);
  return {
    speaker: createSpeakers({ ESPEAK_NG: confined, FLITE: confined, ...api }),
    voices: speechUrl ? apiVoices(settings.SPEECH_API_VOICES, settings.SPEECH_API_LICENCE) : [],
    ears: [...service, ...(installed ? [installed] : [])],
  };
}
