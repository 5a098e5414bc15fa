import { LiveRegion } from '@modu/ui';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { NewBoard } from './NewBoard.tsx';
import { RenameBoard } from './RenameBoard.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const POND = { id: 'b0', name: 'Ponds' } as BoardPartsFragment;
const draw = (form: ReactNode) => render(<Answering>{form}</Answering>);
const field = () => screen.findByRole<HTMLInputElement>('textbox');
const kept = () => JSON.stringify({ ...localStorage });

beforeEach(() => void vi.mocked(request).mockReset());

describe('the name of a board', () => {
  it('that is new outlives a reload, until the board is made', async () => {
    const before = draw(<NewBoard onMade={() => undefined} />);
    await userEvent.type(await field(), 'Herons');
    before.unmount();
    draw(<NewBoard onMade={() => undefined} />);
    expect((await field()).value).toBe('Herons');
    vi.mocked(request).mockResolvedValue({ createBoard: { __typename: 'Board', id: 'b1' } });
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button'));
    await waitFor(async () => expect((await field()).value).toBe(''));
    expect(kept()).not.toContain('Herons');
  });

  it('that is another one outlives a reload, until it is taken back', async () => {
    const before = draw(<RenameBoard board={POND} onClose={() => undefined} />);
    await userEvent.type(await field(), ' at dusk');
    before.unmount();
    draw(<RenameBoard board={POND} onClose={() => undefined} />);
    expect((await field()).value).toBe('Ponds at dusk');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect((await field()).value).toBe('Ponds');
    expect(kept()).not.toContain('dusk');
  });

  it('is no draft any more once it was saved', async () => {
    vi.mocked(request).mockResolvedValue({ updateBoard: { __typename: 'Board', id: 'b0' } });
    const onClose = vi.fn();
    draw(<RenameBoard board={POND} onClose={onClose} />);
    await userEvent.type(await field(), ' at dusk{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(kept()).not.toContain('dusk');
  });

  it('is said aloud once the dialog that asked for it has gone', async () => {
    vi.mocked(request).mockResolvedValue({ updateBoard: { __typename: 'Board', id: 'b0' } });
    draw(<RenameBoard board={POND} onClose={() => undefined} />);
    draw(<LiveRegion />);
    await userEvent.type(await field(), ' at dusk{Enter}');
    await waitFor(() => expect(screen.getByRole('log', { hidden: true }).textContent).toContain('Ponds at dusk'));
  });
});
