import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DialogFrame } from '../overlay/DialogFrame.tsx';
import { announce, LINGER_MS, PACE_MS } from './announcer.ts';
import { LiveRegion } from './LiveRegion.tsx';

const lines = () => [...screen.getByRole('log').children].map(({ textContent }) => textContent);
const say = (...args: Parameters<typeof announce>) => act(() => announce(...args));
const wait = () => act(() => void vi.advanceTimersByTime(PACE_MS));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  act(() => void vi.runAllTimers());
  vi.useRealTimers();
});

describe('the live region', () => {
  it('says politely what is announced from anywhere', () => {
    render(<LiveRegion />);
    say('The picture is ready');
    expect(lines()).toEqual(['The picture is ready']);
    expect(screen.getByRole('log').getAttribute('aria-live')).toBe('polite');
  });

  it('says all that is announced in one moment, one after the other', () => {
    render(<LiveRegion />);
    say('Moved');
    say('Saved');
    expect(lines().at(-1)).toBe('Moved');
    wait();
    expect(lines().at(-1)).toBe('Saved');
  });

  it('says a sentence of one moment once, and again when it is so again', () => {
    render(<LiveRegion />);
    const copied = () => lines().filter((line) => line === 'Copied').length;
    say('Copied');
    say('Copied');
    wait();
    expect(copied()).toBe(1);
    say('Copied');
    expect(copied()).toBe(2);
  });

  it('keeps nothing of what was said long ago', () => {
    render(<LiveRegion />);
    say('The queue is paused');
    wait();
    expect(lines()).toEqual(['The queue is paused']);
    act(() => void vi.advanceTimersByTime(LINGER_MS));
    expect(lines()).toEqual([]);
  });

  it('says where something is now without waiting for where it was', () => {
    render(<LiveRegion />);
    say('Line 1', { about: 'cursor' });
    say('Line 2', { about: 'cursor' });
    expect(lines().at(-1)).toBe('Line 2');
  });

  it('stays within reach of a screen reader when a dialog makes the page inert', () => {
    render(
      <>
        <LiveRegion />
        <p>Behind</p>
        <DialogFrame title="Delete it?" closeLabel="Close" isOpen onOpenChange={vi.fn()}>
          It is gone then.
        </DialogFrame>
      </>,
    );
    expect(screen.getByText('Behind').closest('[inert], [aria-hidden=true]')).not.toBeNull();
    expect(screen.getByRole('log').closest('[inert], [aria-hidden=true]')).toBeNull();
  });
});
