import type { Speaker, SpeechEngine } from './contract.ts';
import { SpeechError } from './speech-error.ts';

/** One speaker over several: each voice is spoken by its engine's. */
export function createSpeakers(speakers: Readonly<Partial<Record<SpeechEngine, Speaker>>>): Speaker {
  return {
    speak: (order, watcher) => {
      const speaker = speakers[order.voice.engine];
      if (!speaker) return Promise.reject(new SpeechError('UNSUPPORTED', `Nobody here speaks ${order.voice.id}.`));
      return speaker.speak(order, watcher);
    },
  };
}
