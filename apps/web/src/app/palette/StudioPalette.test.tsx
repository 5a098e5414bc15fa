import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { StudioPalette } from './StudioPalette.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const boards = (names: readonly string[]) => ({ boards: names.map((name) => ({ id: name.toLowerCase(), name })) });
const shown = () => screen.getAllByRole('option').map(({ textContent }) => textContent.trim());

function open() {
  render(
    <Answering>
      <StudioPalette isOpen onOpenChange={vi.fn()} onHelp={vi.fn()} />
    </Answering>,
  );
}

beforeEach(() => {
  history.replaceState(null, '', '/');
  vi.stubGlobal('matchMedia', () => new EventTarget());
  vi.mocked(request).mockReset();
  vi.mocked(request).mockResolvedValue(boards(['Ponds', 'Herons']));
});

describe('the palette of the studio', () => {
  it.each([
    ['ponds', 'Ponds', '/boards/ponds'],
    ['휴지통', 'Trash', '/gallery/trash'],
    ['billing', 'Credits', '/credits'],
    ['profile', 'Account', '/account'],
    ['collections', 'Boards', '/boards'],
  ])('leads by %s to %s', async (words, name, path) => {
    open();
    await screen.findByRole('option', { name: 'Ponds' });
    await userEvent.keyboard(words);
    expect(shown()[0]).toContain(name);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(location.pathname).toBe(path));
  });

  it('searches the pictures for what is typed, also where nothing is called so', async () => {
    open();
    await screen.findByRole('option', { name: 'Ponds' });
    await userEvent.keyboard('heron');
    expect(shown()).toEqual(['Herons', 'Search pictures for “heron”']);
    await userEvent.keyboard(' in fog ');
    expect(shown()).toEqual(['Search pictures for “heron in fog”']);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(location.pathname + location.search).toBe('/gallery?search=heron+in+fog'));
  });

  it('shows some of very many boards, and each by its name', async () => {
    vi.mocked(request).mockResolvedValue(boards(Array.from({ length: 500 }, (_, at) => `Board ${at + 1}`)));
    open();
    await screen.findByRole('option', { name: 'Board 8' });
    expect(screen.queryByRole('option', { name: 'Board 9' })).toBeNull();
    await userEvent.keyboard('board 417');
    expect(shown()).toEqual(['Board 417', 'Search pictures for “board 417”']);
  });

  it('asks for files at once', async () => {
    const asked = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
    open();
    await userEvent.click(await screen.findByRole('option', { name: 'Upload files' }));
    expect(asked.mock.contexts).toMatchObject([{ type: 'file', multiple: true }]);
  });
});
