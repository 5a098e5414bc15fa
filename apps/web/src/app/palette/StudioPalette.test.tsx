import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { uploads } from '../../features/files/hooks/useUploads.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { toast } from '../../lib/toasts/index.ts';
import { StudioPalette } from './StudioPalette.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));
vi.mock('../../features/files/hooks/useUploads.ts', () => ({ uploads: { add: vi.fn() } }));

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

  it('waits with Enter for the boards, which may be called what is typed', async () => {
    const { promise, resolve } = Promise.withResolvers<object>();
    vi.mocked(request).mockReturnValue(promise as never);
    open();
    await screen.findByRole('option', { name: 'Trash' });
    await userEvent.keyboard('ponds{Enter}');
    expect(location.pathname).toBe('/');
    resolve(boards(['Ponds']));
    await screen.findByRole('option', { name: 'Ponds' });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(location.pathname).toBe('/boards/ponds'));
  });

  it('asks for files at once, and keeps those that could not be taken until they are', async () => {
    const file = new File(['ink'], 'heron.txt');
    vi.mocked(uploads.add).mockImplementationOnce(() => {
      throw new TypeError('Failed to fetch');
    });
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
      expect([this.isConnected, this.type, this.multiple]).toEqual([true, 'file', true]);
      Object.defineProperty(this, 'files', { value: [file] });
      this.dispatchEvent(new Event('change'));
    });
    open();
    await userEvent.click(await screen.findByRole('option', { name: 'Upload files' }));
    await waitFor(() => expect(toast).toHaveBeenCalledOnce());
    vi.mocked(toast).mock.calls[0]?.[0].action?.onAction();
    await waitFor(() => expect(location.pathname).toBe('/files'));
    expect(vi.mocked(uploads.add).mock.calls).toEqual([[[file]], [[file]]]);
    expect(document.querySelector('input[type=file]')).toBeNull();
  });
});
