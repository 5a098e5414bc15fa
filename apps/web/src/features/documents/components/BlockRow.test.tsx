import { LiveRegion } from '@modu/ui';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { blockOf } from '../testing/block-of.ts';
import { BlockRow } from './BlockRow.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const draw = (parts: Parameters<typeof blockOf>[0]) =>
  render(
    <Answering>
      <LiveRegion />
      <ol>
        <BlockRow block={blockOf(parts)} language="ko" up={undefined} down={undefined} />
      </ol>
    </Answering>,
  );
const choose = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name: /^More/u }));
  await userEvent.click(await screen.findByRole('menuitem', { name }));
};
const heard = (words: string) => waitFor(() => expect(screen.getByRole('log').textContent).toContain(words));

beforeEach(() => {
  vi.mocked(request).mockReset();
  vi.mocked(request).mockResolvedValue({ correctBlock: { __typename: 'Corrected', block: { version: 3 } } });
});

describe('what was done to a block is said aloud', () => {
  it('when it is left out, and when it is taken in again', async () => {
    const { unmount } = draw({});
    await choose('Leave out');
    await heard('Left out');
    unmount();
    draw({ isLeftOut: true });
    await choose('Take back in');
    await heard('Taken in again');
  });

  it('when it is as it was read', async () => {
    draw({ isCorrected: true });
    await choose('As it was read');
    await heard('It is as it was read');
  });

  it('when its words were saved', async () => {
    draw({ text: '빛' });
    await userEvent.click(screen.getByRole('button', { name: /^Correct/u }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Words' }), '은');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await heard('Saved');
  });
});
