import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PlainButton } from './PlainButton.tsx';
import { PlainIconButton } from './PlainIconButton.tsx';

it('a plain button with an icon keeps focus while its work is under way, and does nothing', async () => {
  const onPress = vi.fn();
  render(<PlainIconButton isPending label="Cancel" icon={null} onPress={onPress} />);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel' });
  await userEvent.click(button);
  expect(button.disabled).toBe(false);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
  expect(onPress).not.toHaveBeenCalled();
});

describe('a plain button', () => {
  it('does its work by pointer and by key', async () => {
    const onPress = vi.fn();
    render(<PlainButton onPress={onPress}>Create</PlainButton>);
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    await userEvent.keyboard('{Enter}');
    expect(onPress).toHaveBeenCalledTimes(2);
  });

  it('sends its form once: while that is under way it keeps focus and does nothing', async () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    const form = (isPending: boolean) => (
      <form onSubmit={onSubmit}>
        <PlainButton type="submit" isPending={isPending}>
          Sign in
        </PlainButton>
      </form>
    );
    const { rerender } = render(form(false));
    const button = screen.getByRole('button', { name: 'Sign in' });
    await userEvent.click(button);
    rerender(form(true));
    await userEvent.click(button);
    await userEvent.keyboard('{Enter}');
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  it('says whether it is down, where it stays down', () => {
    render(<PlainIconButton label="Settings" icon={null} isSelected onPress={() => undefined} />);
    expect(screen.getByRole('button', { name: 'Settings', pressed: true })).toBeTruthy();
  });
});
