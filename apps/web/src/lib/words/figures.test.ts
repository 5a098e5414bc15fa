import { describe, expect, it, vi } from 'vitest';
import { inFigures } from './figures.ts';

describe('whole numbers in figures', () => {
  it.each(['en', 'ko'])('are written as the browser writes them in %s', (locale) => {
    const { format } = new Intl.NumberFormat(locale);
    for (const count of [0, 7, 42, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890, -5, -123_456])
      expect(inFigures(count)).toBe(format(count));
  });

  it('make no number format, which takes long the first time', () => {
    const made = vi.spyOn(Intl, 'NumberFormat');
    expect(inFigures(2_000)).toBe('2,000');
    expect(made).not.toHaveBeenCalled();
    made.mockRestore();
  });
});
