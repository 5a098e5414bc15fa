import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ProgressLine } from './ProgressLine.tsx';

describe('a progress line', () => {
  it('tells how far it is in figures and in words', () => {
    render(<ProgressLine label="Persimmon tree" share={0.35} words="Step 7 of 20" />);
    const bar = screen.getByRole('progressbar', { name: 'Persimmon tree' });
    expect(bar.getAttribute('aria-valuenow')).toBe('35');
    expect(bar.getAttribute('aria-valuetext')).toBe('Step 7 of 20');
  });

  it.each([
    [-1, '0'],
    [7, '100'],
  ])('stays on its line for a share of %s', (share, value) => {
    render(<ProgressLine label="Upload" share={share} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe(value);
  });
});
