import { describe, expect, it } from 'vitest';
import { applyTheme, parseTheme } from './theme.ts';

describe('the theme', () => {
  it.each([null, 'dark', 7, { mode: 'sepia' }])('follows the system when %j is stored', (stored) => {
    expect(parseTheme(stored)).toEqual({ mode: 'system', contrast: 'normal' });
  });

  it('is put on the root element and taken off again', () => {
    const root = document.createElement('html');
    applyTheme({ mode: 'dark', contrast: 'more' }, root);
    expect({ ...root.dataset }).toEqual({ theme: 'dark', contrast: 'more' });
    applyTheme({ mode: 'system', contrast: 'normal' }, root);
    expect({ ...root.dataset }).toEqual({});
  });
});
