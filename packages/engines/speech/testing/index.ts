export { speakerSuite } from './speaker-suite.ts';
export { openSpeechApi } from './speech-api.ts';
export type { SpeechApiServer, SpeechCall } from './speech-api.ts';
export { encodeRecording, RECORDING_FORMS } from './encode-recording.ts';
export type { RecordingForm } from './encode-recording.ts';
