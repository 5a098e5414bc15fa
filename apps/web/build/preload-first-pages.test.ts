import { describe, expect, it } from 'vitest';
import { firstPagesOf } from './preload-first-pages.ts';
import type { BuiltPiece } from './preload-first-pages.ts';

const piece = (fileName: string, more: Partial<BuiltPiece> = {}): BuiltPiece => ({
  fileName,
  sources: [],
  facade: null,
  isEntry: false,
  imports: [],
  styles: [],
  ...more,
});

describe('what the document asks for at once', () => {
  const built = [
    piece('first.js'),
    piece('index.js', { isEntry: true, imports: ['first.js'] }),
    piece('frame.js', { styles: ['frame.css'] }),
    piece('sign-in.js', { sources: ['src/routes/sign-in.tsx'], imports: ['first.js', 'frame.js'] }),
    piece('create.js', { sources: ['src/routes/create.tsx'], styles: ['create.css'] }),
    piece('shell.js', { sources: ['src/app/Shell.tsx'] }),
    piece('ko-shell.js', { sources: ['src/lib/language/ko/shell.ts'] }),
    piece('ko-create.js', { sources: ['src/lib/language/ko/create.ts'] }),
  ];

  it('is the page with what it imports and its styles, without what the document names already', () => {
    expect(firstPagesOf(built).pages['/sign-in']).toEqual(['sign-in.js', 'frame.js', 'frame.css']);
  });

  it('is also the few lines that hand on what lies in a piece with others', () => {
    const handing = piece('Shell.js', { facade: 'src/app/Shell.tsx', imports: ['shell.js'] });
    expect(firstPagesOf([...built, handing]).pages['/']).toEqual(['create.js', 'create.css', 'shell.js', 'Shell.js']);
  });

  it('is the shell too where there is one, and the words of the language', () => {
    const { pages, words } = firstPagesOf(built);
    expect(pages['/']).toEqual(['create.js', 'create.css', 'shell.js']);
    expect(words.ko['/']).toEqual(['ko-shell.js', 'ko-create.js']);
    expect(words.ko['/sign-in']).toEqual(['ko-shell.js']);
  });
});
