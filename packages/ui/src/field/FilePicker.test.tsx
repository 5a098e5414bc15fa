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
