import { readFileSync } from 'node:fs';

export const RECORDING_FORMS = ['mp3', 'ogg', 'm4a', 'flac', 'webm'] as const;
export type RecordingForm = (typeof RECORDING_FORMS)[number];

/** Two seconds: one of silence, one of a tone of 440 Hz at half of full loudness. Ogg and WebM hold Opus. */
export const aRecording = (form: RecordingForm): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./recordings/tone.${form}`, import.meta.url)));
