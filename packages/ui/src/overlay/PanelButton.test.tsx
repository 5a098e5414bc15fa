import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PanelButton } from './PanelButton.tsx';

vi.setConfig({ testTimeout: 60_000 });
/** A machine with much to do fetches late. */
const LATE = { timeout: 20_000 };

const draw = (props: { readonly isSheet?: boolean; readonly onForesee?: () => Promise<unknown> } = {}) =>
  render(
    <PanelButton label="Filter" title="Filter the gallery" closeLabel="Close" mark={<span>2</span>} {...props}>
      <label>
        <input type="checkbox" /> Starred only
      </label>
    </PanelButton>,
  );
const button = () => screen.getByRole('button', { name: /Filter/u, hidden: true });
const panel = () => screen.findByRole('dialog', { name: 'Filter the gallery' }, LATE);

describe('a button with a panel', () => {
  it('fetches the panel when somebody comes to it, and says whether it is open', async () => {
    const onForesee = vi.fn(() => Promise.resolve());
    draw({ onForesee });
    expect(onForesee).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onForesee).toHaveBeenCalled();
    expect(button().getAttribute('aria-haspopup')).toBe('dialog');
    expect(button().getAttribute('aria-expanded')).toBe('false');
    await userEvent.keyboard('{Enter}');
    expect(await panel()).toBeTruthy();
    expect(button().getAttribute('aria-expanded')).toBe('true');
  });

  it.each([false, true])('closes with Escape and gives focus back (as a sheet: %s)', async (isSheet) => {
    draw({ isSheet });
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await panel();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Starred only' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
    await waitFor(() => expect(document.activeElement).toBe(button()), LATE);
  });

  it('stays usable when what is in it cannot be fetched ahead', async () => {
    draw({ onForesee: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')) });
    await userEvent.click(button());
    expect(await panel()).toBeTruthy();
  });
});
