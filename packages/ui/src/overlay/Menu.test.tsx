import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { IconButton } from '../button/IconButton.tsx';
import { Menu } from './Menu.tsx';
import { MenuButton } from './MenuButton.tsx';

describe('a menu', () => {
  it('opens from its button by keyboard, does what is chosen, and gives focus back', async () => {
    const onDelete = vi.fn();
    const open = { id: 'open', name: 'Open', onAction: () => undefined };
    const remove = { id: 'delete', name: 'Delete', isDanger: true, onAction: onDelete };
    render(<Menu trigger={<IconButton label="More" icon="…" />} groups={[[open], [], [remove]]} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('menu', { name: 'More' })).toBeTruthy();
    expect(screen.getAllByRole('separator')).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onDelete).toHaveBeenCalledOnce();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' })));
  });

  it('says which of its choices is chosen, and does what another one says', async () => {
    const onOldest = vi.fn();
    const newest = { id: 'newest', name: 'Newest first', isChosen: true, onAction: () => undefined };
    const oldest = { id: 'oldest', name: 'Oldest first', isChosen: false, onAction: onOldest };
    render(<Menu trigger={<IconButton label="Order" icon="…" />} groups={[[newest, oldest]]} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('menuitemradio', { name: 'Newest first', checked: true })).toBeTruthy();
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Oldest first', checked: false }));
    expect(onOldest).toHaveBeenCalledOnce();
  });

  it('is fetched when it is first wanted, where a page must be here at once', async () => {
    const onStar = vi.fn();
    const star = { id: 'star', name: 'Star', onAction: onStar };
    render(<MenuButton label="Filter" groups={[[{ id: 'open', name: 'Open', onAction: () => undefined }, star]]} />);
    const button = screen.getByRole('button', { name: 'Filter' });
    expect(button.getAttribute('aria-haspopup')).toBe('menu');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(await screen.findByRole('menu', { name: 'Filter' })).toBeTruthy();
    await userEvent.keyboard('{End}{Enter}');
    expect(onStar).toHaveBeenCalledOnce();
    await waitFor(() => expect(document.activeElement).toBe(button));
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
});
