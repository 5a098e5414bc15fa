import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { cutChunks } from '../model/chunks.ts';
import { createHeights } from '../model/heights.ts';
import { Scrubber } from './Scrubber.tsx';

const CHUNK_PIXELS = 100;
/** November in two chunks, October and last December in one each. */
const chunks = cutChunks({ days: ['2026-11-02', '2026-10-01', '2025-12-24'], counts: [70, 10, 10] });
const heights = createHeights(chunks.map(() => CHUNK_PIXELS));
const moveTo = vi.fn();

const onGo = vi.fn();

beforeEach(() => {
  moveTo.mockReset();
  const scrolled = { current: { offset: 0, scrollTop: 0 } };
  render(
    <Answering>
      <Scrubber
        label="Jump through time"
        chunks={chunks}
        wall={{ heights, moveTo, scrolled, range: { first: 0, last: 1 } }}
        beyond={{ day: '2025-12-24', isLater: false, onGo }}
      />
    </Answering>,
  );
});

const slider = () => screen.getByRole('slider', { name: 'Jump through time' });

describe('the scrubber', () => {
  it.each([
    [['ArrowDown'], 'October 2026', 200],
    [['End'], 'December 2025', 300],
    [['End', 'ArrowUp'], 'October 2026', 200],
    [['PageDown', 'Home'], 'November 2026', 0],
  ])('goes from month to month by %j', (keys, month, offset) => {
    for (const key of keys) fireEvent.keyDown(slider(), { key });
    expect(slider().getAttribute('aria-valuetext')).toBe(month);
    expect(moveTo).toHaveBeenLastCalledWith(offset);
  });

  it('ends with a stop that says where it leads before it does, and is come to by the same keys', () => {
    fireEvent.keyDown(slider(), { key: 'End' });
    expect(onGo).not.toHaveBeenCalled();
    fireEvent.keyDown(slider(), { key: 'ArrowDown' });
    const stop = screen.getByRole('button', { name: 'Earlier: pictures up to Dec 24, 2025' });
    expect(document.activeElement).toBe(stop);
    expect(stop.textContent).toBe('Earlier');
    fireEvent.click(stop);
    expect(onGo).toHaveBeenCalledOnce();
  });

  it('leaves other keys to the wall', () => {
    fireEvent.keyDown(slider(), { key: 's' });
    expect(moveTo).not.toHaveBeenCalled();
  });

  it('goes where it is pulled to, in proportion, and not beyond the ends', () => {
    const box = { top: 0, height: 200, bottom: 200, left: 0, right: 44, width: 44, x: 0, y: 0, toJSON: () => null };
    vi.spyOn(slider(), 'getBoundingClientRect').mockReturnValue(box);
    Object.assign(slider(), { setPointerCapture: vi.fn() });
    fireEvent.pointerDown(slider(), { pointerId: 1, clientY: 120 });
    expect(moveTo).toHaveBeenLastCalledWith(240);
    expect(slider().getAttribute('aria-valuetext')).toBe('October 2026');
    fireEvent.pointerMove(slider(), { pointerId: 1, clientY: 900 });
    expect(moveTo).toHaveBeenLastCalledWith(400);
    fireEvent.pointerUp(slider(), { pointerId: 1 });
    fireEvent.pointerMove(slider(), { pointerId: 1, clientY: 0 });
    expect(moveTo).toHaveBeenCalledTimes(2);
  });
});
