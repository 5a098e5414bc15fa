import { describe, expect, it } from 'vitest';
import { titleOfText } from './speak-request.ts';
import { chapterFileName, clipFileName } from './speech-clip.ts';

describe('what a clip is called', () => {
  it('is how its text begins, cut between characters', () => {
    expect(titleOfText(`빛${'나'.repeat(57)}🌲 그리고 더`)).toBe(`빛${'나'.repeat(57)}🌲…`);
    expect(titleOfText('빛\n그림자')).toBe('빛');
  });

  it('makes the name of its files, whatever is in it', () => {
    expect(clipFileName(`${'빛'.repeat(119)}🌲🌲`, 'mp3')).toBe(`${'빛'.repeat(119)}🌲.mp3`);
    expect(clipFileName('빛\u00ad살', 'mp3')).toBe('빛살.mp3');
    expect(chapterFileName({ number: 7, title: '\u202e' }, 'mp3')).toBe('007 speech.mp3');
  });
});
