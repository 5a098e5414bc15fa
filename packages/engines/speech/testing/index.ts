export { aRecording, RECORDING_FORMS } from './a-recording.ts';
export type { RecordingForm } from './a-recording.ts';
export { speakerSuite } from './speaker-suite.ts';
export { openSpeechApi } from './speech-api.ts';
export type { SpeechApiServer, SpeechCall } from './speech-api.ts';
