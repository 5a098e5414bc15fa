export { createConfinedSpeaker } from './confined-speaker.ts';
export { AUDIO_FORMATS, fileTypeOf } from './contract.ts';
export type {
  AudioFormat,
  SpeakOrder,
  Speaker,
  SpeakWatcher,
  SpeechEngine,
  Spoken,
  SpokenWord,
  Voice,
} from './contract.ts';
export { createSpeakers } from './speakers.ts';
export { SpeechError } from './speech-error.ts';
export type { SpeechCode } from './speech-error.ts';
export { defaultVoice, PACKAGED_VOICES, voicesFor } from './voices/voices.ts';
