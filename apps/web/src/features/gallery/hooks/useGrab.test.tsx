import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Point } from '../model/zoom.ts';
import { useGrab } from './useGrab.ts';

function Held({ onMove }: { readonly onMove: (by: Point) => void }) {
  return <div role="img" {...useGrab(onMove)} />;
}

it('what was let go of where nobody heard it is not drawn along any more', () => {
  HTMLElement.prototype.setPointerCapture = vi.fn();
  const onMove = vi.fn();
  render(<Held onMove={onMove} />);
  const box = screen.getByRole('img');
  vi.spyOn(box, 'clientWidth', 'get').mockReturnValue(500);
  vi.spyOn(box, 'clientHeight', 'get').mockReturnValue(500);
  const at = (x: number, buttons: number) => ({ pointerType: 'mouse', button: 0, buttons, clientX: x, clientY: 10 });

  fireEvent.pointerDown(box, at(100, 1));
  fireEvent.pointerMove(box, at(90, 1));
  fireEvent.pointerMove(box, at(60, 0));
  fireEvent.pointerMove(box, at(50, 1));
  expect(onMove.mock.calls).toEqual([[{ x: 10, y: 0 }]]);
});
