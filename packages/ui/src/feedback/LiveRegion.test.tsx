import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { announce } from './announcer.ts';
import { LiveRegion } from './LiveRegion.tsx';

describe('the live region', () => {
  it('says politely what is announced from anywhere', () => {
    render(<LiveRegion />);
    act(() => announce('The picture is ready'));
    const region = screen.getByRole('log');
    expect(region.textContent).toBe('The picture is ready');
    expect(region.getAttribute('aria-live')).toBe('polite');
  });

  it('changes when the same sentence is said twice, so that it is heard twice', () => {
    render(<LiveRegion />);
    act(() => announce('Copied'));
    const first = screen.getByRole('log').textContent;
    act(() => announce('Copied'));
    expect(screen.getByRole('log').textContent).not.toBe(first);
    expect(screen.getByRole('log').textContent?.trim()).toBe('Copied');
  });
});
