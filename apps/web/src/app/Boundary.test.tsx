import { fireEvent, render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Speak } from '../lib/language/testing/Speak.tsx';
import { Boundary } from './Boundary.tsx';

const reload = vi.fn();

/** A page of which one part comes later. */
function open(Part: React.ComponentType, onAgain = () => undefined) {
  render(
    <Speak>
      <Boundary onAgain={onAgain}>
        <Suspense>
          <Part />
        </Suspense>
      </Boundary>
    </Speak>,
  );
}
const tryAgain = async () => fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('location', { reload });
  // React tells what was caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => vi.unstubAllGlobals());

describe('a page that failed and is tried again', () => {
  it('is loaded anew when a piece of its script did not come: what was asked once is not asked again', async () => {
    open(lazy(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))));
    await tryAgain();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it('goes on where it is when that helps, and is not loaded anew when it fails in another way', async () => {
    let failures = 2;
    open(
      () => {
        if (failures > 0) throw new Error(`failure ${failures}`);
        return <p>Here again</p>;
      },
      () => (failures -= 1) as never,
    );
    await tryAgain();
    await tryAgain();
    expect(await screen.findByText('Here again')).toBeTruthy();
    expect(reload).not.toHaveBeenCalled();
  });
});
