import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { IconButton } from './IconButton.tsx';

it('the words of an icon stay while the pointer is on its way to them', async () => {
  render(<IconButton label="Delete" icon={<svg />} />);
  const button = screen.getByRole('button', { name: 'Delete' });
  // A pointer is known by its first move, and comes from somewhere.
  await userEvent.pointer({ target: document.body });
  await userEvent.hover(button);
  const words = await screen.findByRole('tooltip', { hidden: true }, { timeout: 15_000 });
  await userEvent.unhover(button);
  expect(words.isConnected).toBe(true);
});

it('the name of an icon is heard once, with the button, while its words stand beside it', async () => {
  render(<IconButton label="Delete" icon={<svg />} />);
  await userEvent.tab();
  await screen.findByRole('tooltip', { hidden: true }, { timeout: 15_000 });
  expect(screen.getByRole('button', { name: 'Delete' }).getAttribute('aria-describedby')).toBeNull();
  expect(screen.queryByRole('tooltip')).toBeNull();
});
