import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { TagsDialog } from './TagsDialog.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const draw = (onOpenChange = vi.fn()) =>
  render(
    <Answering>
      <TagsDialog ids={new Set(['a', 'b'])} isOpen onOpenChange={onOpenChange} />
    </Answering>,
  );
const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Put on' });

it('tags that were written and not saved outlive a reload and a closed dialog, until they are saved', async () => {
  const before = draw();
  await userEvent.type(await field(), 'water, heron');
  await userEvent.keyboard('{Escape}');
  before.unmount();
  const onOpenChange = vi.fn();
  draw(onOpenChange);
  expect((await field()).value).toBe('water, heron');
  vi.mocked(request).mockResolvedValue({ tagImages: { __typename: 'ImagesTagged' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false));
  expect(JSON.stringify({ ...localStorage })).not.toContain('heron');
});
