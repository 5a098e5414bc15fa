import type { Transcriber } from '@modu/engine-speech';
import { describe, expect, it } from 'vitest';
import { chooseTranscriber, languageToHear } from './transcribe-request.ts';

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
