export { apiVoices, createApiSpeaker } from './api/api-speaker.ts';
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
export { createEditions, packagedEdition } from './edition.ts';
export type { VoiceEdition } from './edition.ts';
export { createApiEar } from './hear/api-ear.ts';
export type { Ear, HeardSegment, HeardWord, HearingEngine, Transcriber, Utterance } from './hear/contract.ts';
export { findPocketsphinx, POCKETSPHINX_COMMAND } from './hear/pocketsphinx.ts';
export { createHubWhisper } from './hear/hub-whisper.ts';
export { findWhisper, WHISPER_COMMAND, WHISPER_FILES } from './hear/whisper.ts';
export { transcribe } from './hear/transcribe.ts';
export type { HearOrder, HearWatcher } from './hear/transcribe.ts';
export { findOnnxVoices } from './onnx/find-onnx-voices.ts';
export type { OnnxVoice, OnnxVoices } from './onnx/find-onnx-voices.ts';
export { createOnnxSpeaker } from './onnx/onnx-speaker.ts';
export { findOnnxRuntime, ONNX_RUNTIME_COMMAND } from './onnx/runtime.ts';
export { createSpeakers } from './speakers.ts';
export { SpeechError } from './speech-error.ts';
export type { SpeechCode } from './speech-error.ts';
export { canSay, hasLettersOf } from './voices/can-say.ts';
export { defaultVoice, voicesFor } from './voices/voice-choice.ts';
export { PACKAGED_VOICES } from './voices/voices.ts';
