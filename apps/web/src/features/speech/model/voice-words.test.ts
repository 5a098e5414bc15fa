import { describe, expect, it } from 'vitest';
import { voiceName } from './voice-words.ts';

describe('a voice in the list', () => {
  it.each([
    [
      { id: 'espeak-ng:en-GB-scotland', language: 'en-GB', name: 'English (Scotland)', engine: 'ESPEAK_NG' },
      'British English · Scotland · eSpeak NG',
    ],
    [
      { id: 'onnx:en_US-lessac-medium', language: 'en-US', name: 'lessac (medium)', engine: 'ONNX' },
      'American English · lessac (medium) · Piper',
    ],
    [{ id: 'api:alloy', language: null, name: 'alloy', engine: 'API' }, 'alloy'],
  ] as const)('is called by its language, its own name and its engine: $name', (voice, name) => {
    expect(voiceName(voice, 'en')).toBe(name);
  });
});
