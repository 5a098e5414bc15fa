import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DeleteThing } from './DeleteThing.tsx';

it('a thing that could not be deleted says why where it was asked about', async () => {
  const words = { title: 'Delete Paper?', body: 'Files stay.', delete: 'Delete', cancel: 'Cancel' };
  const draw = (problem?: string) => (
    <DeleteThing words={words} isPending={false} problem={problem} onDelete={vi.fn()} />
  );
  const { rerender } = render(draw());
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await screen.findByRole('alertdialog', {}, { timeout: 15_000 });
  rerender(draw('It is being read.'));
  expect(screen.getByRole('alert').textContent).toBe('It is being read.');
});
