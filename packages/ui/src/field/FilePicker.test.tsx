import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { FilePicker } from './FilePicker.tsx';

it('a file picker keeps focus while its file is on its way, and opens no second choice', async () => {
  const onFiles = vi.fn();
  const draw = (isPending: boolean) => (
    <FilePicker label="Documents" pickLabel="Choose" onFiles={onFiles} isPending={isPending}>
      Drop a file.
    </FilePicker>
  );
  const { rerender, container } = render(draw(false));
  const opened = vi.spyOn(container.querySelector<HTMLInputElement>('input[type="file"]')!, 'click');
  const choose = screen.getByRole<HTMLButtonElement>('button', { name: 'Choose' });
  await userEvent.click(choose);
  expect(opened).toHaveBeenCalledOnce();
  rerender(draw(true));
  expect(choose.disabled).toBe(false);
  expect(document.activeElement).toBe(choose);
  await userEvent.keyboard('{Enter}');
  await userEvent.click(choose);
  expect(opened).toHaveBeenCalledOnce();
});

it('a file picker opens its choice from the drop zone as well, for whoever comes to that first by the keyboard', async () => {
  const draw = (isPending: boolean) => (
    <FilePicker label="Documents" pickLabel="Choose" onFiles={() => undefined} isPending={isPending}>
      Drop a file.
    </FilePicker>
  );
  const { rerender, container } = render(draw(false));
  const opened = vi.spyOn(container.querySelector<HTMLInputElement>('input[type="file"]')!, 'click');
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Documents' }));
  await userEvent.keyboard('{Enter}');
  expect(opened).toHaveBeenCalledTimes(1);
  await userEvent.keyboard(' ');
  expect(opened).toHaveBeenCalledTimes(2);
  // As a screen reader presses it.
  await userEvent.click(screen.getByRole('button', { name: 'Documents' }));
  expect(opened).toHaveBeenCalledTimes(3);
  rerender(draw(true));
  await userEvent.keyboard('{Enter}');
  expect(opened).toHaveBeenCalledTimes(3);
});
