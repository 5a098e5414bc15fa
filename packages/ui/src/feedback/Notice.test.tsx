import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LiveRegion } from './LiveRegion.tsx';
import { Notice } from './Notice.tsx';

describe('a notice that comes into the page', () => {
  it('is said by the live region that was there before it, and again when its words change', () => {
    const draw = (words: string) => (
      <>
        <LiveRegion />
        <Notice tone="caution" action={<button type="button">Undo</button>}>
          {words}
        </Notice>
      </>
    );
    const { rerender } = render(draw('The connection is gone.'));
    const region = screen.getByRole('log');
    expect(region.lastElementChild?.textContent).toBe('The connection is gone.');
    rerender(draw('Connecting again …'));
    expect(region.lastElementChild?.textContent).toBe('Connecting again …');
  });

  it('is an alert when it tells of a problem, and then says no more', () => {
    render(
      <>
        <LiveRegion />
        <Notice tone="negative">It did not work.</Notice>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toBe('It did not work.');
    expect(screen.getByRole('log').textContent).not.toContain('It did not work.');
  });

  it.each(['negative', 'info'] as const)(
    'is only there to be read when what it tells was heard already: %s',
    (tone) => {
      render(
        <>
          <LiveRegion />
          <Notice tone={tone} isSaid>
            The engine stopped.
          </Notice>
        </>,
      );
      expect(screen.getByText('The engine stopped.')).toBeTruthy();
      expect(screen.queryByRole('alert')).toBeNull();
      expect(screen.getByRole('log').textContent).not.toContain('The engine stopped.');
    },
  );
});
