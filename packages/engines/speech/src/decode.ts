export { decodeRecording } from './hear/decode-recording.ts';
export type { DecodedSound } from './hear/decode-recording.ts';
export { SpeechError } from './speech-error.ts';
