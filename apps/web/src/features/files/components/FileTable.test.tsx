import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { SoundLinkDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { FileTable } from './FileTable.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const NO_PREVIEW = { thumbhash: null, width: null, height: null, durationMs: null, waveform: null, url: null };

function show(filename: string, contentType: string, preview: Partial<FilePartsFragment['preview']>) {
  const file: FilePartsFragment = {
    __typename: 'Asset',
    id: 'a',
    filename,
    contentType,
    sizeBytes: 4_096,
    createdAt: '2026-11-21T12:00:00.000Z',
    preview: { state: 'NONE', ...NO_PREVIEW, ...preview },
  };
  const deeds = { onDownload: vi.fn(), onDelete: vi.fn(), onRestore: vi.fn() };
  render(
    <Answering>
      <FileTable files={[file]} isTrash={false} failed={null} {...deeds} />
    </Answering>,
  );
}

beforeEach(() => vi.mocked(request).mockReset());

describe('a file in the list', () => {
  it('says that its preview is being made', () => {
    show('paper.pdf', 'application/pdf', { state: 'PENDING' });
    expect(screen.getByRole('rowheader', { name: /paper.pdf.*A preview is being made/u })).toBeTruthy();
  });

  it('says that its preview failed, and that it is whole', () => {
    show('paper.pdf', 'application/pdf', { state: 'FAILED' });
    expect(screen.getByText('No preview could be made. The file itself is whole.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Download paper.pdf' })).toBeTruthy();
  });

  it('that is a recording can be heard from any place of its wave; its link is asked for then', async () => {
    vi.mocked(request).mockResolvedValue({ asset: { id: 'a', url: 'https://bucket.test/rain.wav' } });
    show('rain.wav', 'audio/wav', { state: 'READY', waveform: [0.2, 1, 0.4], durationMs: 83_000 });
    expect(request).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Listen to rain.wav' }));
    const place = await screen.findByRole('slider', { name: 'Place in the sound' });
    expect(place.getAttribute('aria-valuetext')).toBe('0:00 of 1:23');
    expect(vi.mocked(request).mock.calls[0]?.slice(0, 2)).toEqual([SoundLinkDocument, { id: 'a' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Listen to rain.wav' }));
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('without a wave has nothing to be heard by', () => {
    show('notes.txt', 'text/plain', {});
    expect(screen.queryByRole('button', { name: /^Listen/u })).toBeNull();
  });
});
