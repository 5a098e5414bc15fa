import { describe, expect, it } from 'vitest';
import { believedLanguage, languageOf } from './language.ts';

describe('the language of a text', () => {
  it.each([
    ['ko', '박물관은 월요일을 빼고 날마다 엽니다. Audio guide도 빌릴 수 있어요.'],
    ['ja', '博物館は月曜日を除いて毎日開いています。'],
    ['zh', '博物馆除星期一外每天开放。'],
    ['fr', 'Le musée est ouvert tous les jours sauf le lundi. L’entrée est gratuite pour les enfants.'],
    ['de', 'Ich heiße Anna.'],
    ['es', 'El museo abre todos los días excepto los lunes.'],
    ['nl', 'Het museum is elke dag geopend, behalve op maandag.'],
    ['vi', 'Bảo tàng mở cửa hàng ngày trừ thứ Hai.'],
    ['en', 'The museum is open every day except Monday.'],
    ['el', 'Γειά σου'],
  ])('is %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  // Each of these was taken for another: Italian, Tagalog, Afrikaans, Berber, Turkmen, Latin.
  it.each([
    'Hello',
    'NASA',
    'H2O',
    'My name is Ana.',
    '# Chapter 1\n\n01KABCDE saw 2 ships.\n\n01KABCDE saw 3 ships.',
    'b3a202cb-6556-436f-b275-b82aae0efaec saw 2 ships.\n\n'.repeat(6),
    'See https://example.org/hu/konyvek or ask anna@example.org. '.repeat(4),
    'Apples\nPears\nBananas\n2 kg flour\nMilk',
    '1. Introduction\n2. Methods\n3. Results\n4. Discussion\nReferences',
  ])('is English when a few words tell nothing surely: %j', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  it.each(['', '12 + 30 = 42', '…'])('is unknown without letters: %j', (text) => {
    expect(languageOf(text)).toBe('und');
  });
});

describe('the language that a file names', () => {
  const KOREAN = '박물관은 월요일을 빼고 날마다 엽니다. Audio guide도 빌릴 수 있어요.';
  const ENGLISH = 'The museum is open every day except Monday.';

  it.each([
    ['en-GB', ENGLISH],
    ['fr', ENGLISH],
    ['ko', KOREAN],
    ['ko', `${ENGLISH} 한국어로도`],
    ['ja', '博物館は月曜日を除いて毎日開いています。'],
    ['en', '12 + 30 = 42'],
  ])('is believed: %s, %s', (said, text) => expect(believedLanguage(said, text)).toBe(said));

  it.each([
    ['en-US', KOREAN],
    ['ko', ENGLISH],
    ['hi', ENGLISH],
    ['not a language', ENGLISH],
  ])('is not believed where its letters say otherwise: %s, %s', (said, text) =>
    expect(believedLanguage(said, text)).toBeUndefined(),
  );

  it('is never guessed from bullets: Latin letters are in no language of India', () => {
    const lines = [
      '• Introduction ♦ Starting xfig',
      '• Main Menus ♦ File menu ♦ Edit Menu',
      '[ English Version | Japanese Version ]',
    ];
    expect(languageOf(lines.join('\n').repeat(20))).not.toBe('hi');
  });
});
