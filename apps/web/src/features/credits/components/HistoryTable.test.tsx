import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { HistoryTable } from './HistoryTable.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const entryOf = (id: string) => ({
  ...{ id, kind: 'ADJUST', amount: 1, credits: 1, balanceAfter: 1, note: `Movement ${id}` },
  createdAt: '2026-11-21T10:00:00Z',
});

it('a history is saved whole, however little of it the page has come to', async () => {
  vi.mocked(request).mockImplementation((_, variables) => {
    const isFirst = (variables as { after: string | null }).after === null;
    const edges = [{ node: entryOf(isFirst ? 'new' : 'old') }];
    const pageInfo = { hasNextPage: isFirst, endCursor: isFirst ? 'there' : 'end' };
    return Promise.resolve({ me: { id: 'me', creditHistory: { pageInfo, edges } } });
  });
  const saved: Blob[] = [];
  vi.stubGlobal('URL', {
    createObjectURL: (blob: Blob) => {
      saved.push(blob);
      return 'blob:history';
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
  render(<HistoryTable />, { wrapper: Answering });
  await screen.findByRole('button', { name: 'Show more' });
  await userEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const text = await saved[0]?.text();
  expect(text).toContain('Movement new');
  expect(text).toContain('Movement old');
  vi.unstubAllGlobals();
});
