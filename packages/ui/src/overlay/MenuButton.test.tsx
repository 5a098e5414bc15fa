import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MenuButton } from './MenuButton.tsx';
import type * as Opened from './OpenedMenu.tsx';

const line = vi.hoisted(() => ({ isCut: true }));
vi.mock('./OpenedMenu.tsx', async (original) => {
  const { OpenedMenu } = await original<typeof Opened>();
  return {
    get OpenedMenu() {
      if (line.isCut) throw new TypeError('Failed to fetch dynamically imported module');
      return OpenedMenu;
    },
  };
});

/** A machine with much to do fetches late. */
const LATE = { timeout: 20_000 };

describe('a button with a menu', () => {
  it('stays closed when the menu cannot be fetched, and opens when it is pressed over a line that is mended', async () => {
    const onAction = vi.fn();
    render(<MenuButton label="More" groups={[[{ id: 'star', name: 'Star', onAction }]]} />);
    const button = screen.getByRole('button', { name: 'More' });
    await userEvent.click(button);
    await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'), LATE);
    line.isCut = false;
    await userEvent.click(button);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Star' }, LATE));
    expect(onAction).toHaveBeenCalledOnce();
  });
});
