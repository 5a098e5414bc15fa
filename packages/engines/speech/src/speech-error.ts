/**
 * NO_WORDS: there is nothing to say · TOO_LONG: more than is made or heard at once · UNSUPPORTED: no voice, or no such sound ·
 * VOICE_DAMAGED: files that are no voice after all · DAMAGED: sound that can't be decoded · NO_SPEECH: nobody speaks · UNAVAILABLE: the service does not answer · REFUSED: it does
 * not want to · TIMED_OUT, CRASHED: the engine.
 */
export type SpeechCode =
  | 'NO_WORDS'
  | 'TOO_LONG'
  | 'UNSUPPORTED'
  | 'VOICE_DAMAGED'
  | 'DAMAGED'
  | 'NO_SPEECH'
  | 'UNAVAILABLE'
  | 'REFUSED'
  | 'TIMED_OUT'
  | 'CRASHED';

/** Text could not be said, or speech not be written down. */
export class SpeechError extends Error {
  readonly code: SpeechCode;

  constructor(code: SpeechCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'SpeechError';
    this.code = code;
  }
}
