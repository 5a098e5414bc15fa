import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { ClipPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { ClipDeeds } from './ClipDeeds.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

it('sound that cannot be had says why, beside the buttons', async () => {
  vi.mocked(request).mockResolvedValue({ asset: null });
  const clip = { id: 'a', title: 'Rain', chapters: [{ number: 1, asset: { id: 'sound' } }] };
  render(
    <Answering>
      <ClipDeeds clip={clip as unknown as NonNullable<ClipPageQuery['speechClip']>} captions={[]} number={1} />
    </Answering>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Download sound' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The file is not there any more.');
});
