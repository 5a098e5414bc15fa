import type { Transcriber } from '@modu/engine-speech';
import { describe, expect, it } from 'vitest';
import { chooseTranscriber, languageToHear, lengthOf, refuseRecording } from './transcribe-request.ts';

const WHISPER: Transcriber = {
  ...{ id: 'whisper:base', name: 'Whisper', engine: 'WHISPER', languages: null, licence: 'MIT' },
};
const API: Transcriber = { ...WHISPER, id: 'api', engine: 'API' };
const ENGLISH: Transcriber = { ...WHISPER, id: 'pocketsphinx', engine: 'POCKETSPHINX', languages: ['en'] };
const wish = { assetId: 'a-recording' };

describe('the language of a recording of which none is said', () => {
  it('is the person’s own where the engine has to be told one', () => {
    expect(languageToHear(WHISPER, { said: null, locale: 'ko' })).toBe('ko');
    expect(languageToHear(WHISPER, { said: 'ja', locale: 'ko' })).toBe('ja');
  });

  it('is left to an engine that finds out, or that knows one alone', () => {
    expect(languageToHear(API, { said: null, locale: 'ko' })).toBeNull();
    expect(languageToHear(ENGLISH, { said: null, locale: 'ko' })).toBeNull();
  });
});

describe('where nothing hears a language', () => {
  it.each([
    ['en', null, 'apt-get install pocketsphinx'],
    ['ko', null, 'npm install'],
    ['ko', null, 'WHISPER_HUB_MODEL'],
    ['en', 'ko', 'npm install'],
    ['ko', 'en-GB', 'apt-get install pocketsphinx'],
  ])('somebody who reads %s and says %s is told what makes that one possible', (locale, language, command) => {
    const refused = { code: 'ENGINE_UNAVAILABLE', params: { command: expect.stringContaining(command) as string } };
    expect(chooseTranscriber([], { ...wish, language }, locale)).toMatchObject(refused);
  });

  it('and an engine for another language is there, the sentence names the command too', () => {
    expect(chooseTranscriber([ENGLISH], { ...wish, language: 'ko' }, 'en')).toMatchObject({
      code: 'INVALID_INPUT',
      params: { command: expect.stringContaining('npm install') as string },
    });
  });
});

describe('the length of a recording as it is told from outside', () => {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const format = Buffer.alloc(16);
  format.writeUInt32LE(192_000, 8);
  const wav = (...before: Buffer[]) => {
    const head = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), ...before, chunk('fmt ', format)]);
    return { head, sizeBytes: 600 * 192_000 };
  };

  it.each([
    ['at once', wav()],
    ['behind what a recorder leaves room for', wav(chunk('JUNK', Buffer.alloc(28)))],
    ['behind what a broadcaster notes', wav(chunk('bext', Buffer.alloc(603)), chunk('JUNK', Buffer.alloc(4_000)))],
  ])('is what a WAV file says %s', (_, file) => {
    expect(lengthOf(file)).toBe(600_000);
  });

  it('is guessed where a WAV file does not say it as far as it was looked at', () => {
    const { head } = wav(chunk('JUNK', Buffer.alloc(5_000)));

    expect(lengthOf({ head: head.subarray(0, 4_000), sizeBytes: 16_000 })).toBe(1_000);
    expect(lengthOf({ head: wav(chunk('JUNK', Buffer.of())).head.subarray(0, 30), sizeBytes: 16_000 })).toBe(1_000);
  });

  it('that a WAV file says may be too much, wherever it says it', () => {
    const { head } = wav(chunk('JUNK', Buffer.alloc(28)));
    head.writeUInt32LE(1_000, head.length - 8);

    expect(refuseRecording({ head, sizeBytes: 8_000_000 })).toMatchObject({ code: 'TOO_LARGE' });
  });
});
