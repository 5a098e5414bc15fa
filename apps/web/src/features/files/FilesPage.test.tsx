import { LiveRegion } from '@modu/ui';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AssetLinkDocument, AssetsDocument, DeleteAssetDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { FilesPage } from './FilesPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const LATE = { timeout: 15_000 };
const PREVIEW = {
  state: 'NONE',
  thumbhash: null,
  width: null,
  height: null,
  durationMs: null,
  waveform: null,
  url: null,
};
const fileOf = (filename: string) => ({
  ...{ __typename: 'Asset', id: filename, filename, contentType: 'text/plain', sizeBytes: 4 },
  ...{ createdAt: '2026-11-21T12:00:00.000Z', preview: PREVIEW },
});

let stored: string[];
let refused: string | null;
const deletions = () =>
  vi.mocked(request).mock.calls.filter(([document]) => (document as unknown) === DeleteAssetDocument);

beforeEach(() => {
  refused = null;
  stored = ['one.txt', 'two.txt', 'three.txt'];
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document, variables) => {
    const asked: unknown = document;
    if (asked === AssetLinkDocument) return Promise.resolve({ asset: null });
    if (asked === DeleteAssetDocument && refused !== null)
      return Promise.resolve({ deleteAsset: { __typename: 'Refusal', code: 'CONFLICT', message: refused } });
    if (asked === DeleteAssetDocument) {
      stored = stored.filter((id) => id !== (variables as { id: string }).id);
      return Promise.resolve({ deleteAsset: { __typename: 'DeletedAsset' } });
    }
    if (asked !== AssetsDocument) return Promise.resolve({ me: null });
    const edges = stored.map((name) => ({ node: fileOf(name) }));
    return Promise.resolve({ assets: { edges, pageInfo: { hasNextPage: false, endCursor: null } } });
  });
});

async function open() {
  render(
    <Answering>
      <LiveRegion />
      <FilesPage />
    </Answering>,
  );
  await screen.findByRole('rowheader', { name: 'two.txt' });
}

describe('a file in the trash', () => {
  const ask = async () => {
    await open();
    await userEvent.click(screen.getByRole('radio', { name: 'Trash' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete two.txt for good' }));
    return within(await screen.findByRole('alertdialog', { name: 'Delete two.txt for good?' }, LATE));
  };

  it('is not gone for one press: it is asked whether it should be', async () => {
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(deletions()).toEqual([]);
  });

  it('is gone once that was answered, which is said, and focus is on the file in its place', async () => {
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Delete for good' }));
    expect(await screen.findByText('two.txt deleted for good')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('three.txt'));
    expect(deletions().map(([, variables]) => variables)).toEqual([{ id: 'two.txt', forever: true }]);
  });
});

it('a file that is put into the trash says so, and focus is on the file in its place', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Put three.txt into the trash' }));
  expect(await screen.findByText('three.txt moved to the trash')).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toContain('two.txt'));
});

describe('a deed that fails', () => {
  const under = (name: string) => screen.getByRole('rowheader', { name }).closest('tr')?.nextElementSibling;

  it('says the sentence of the refusal under its file; tried again it is done, and the sentence is gone', async () => {
    await open();
    refused = 'This file is part of a document.';
    await userEvent.click(screen.getByRole('button', { name: 'Put two.txt into the trash' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(refused);
    expect(under('two.txt')?.contains(alert)).toBe(true);
    expect(screen.queryByText('The files could not be loaded.')).toBeNull();

    refused = null;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('two.txt moved to the trash')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('three.txt'));
  });

  it('and is a download says so under its file, until something else was done', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Download one.txt' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The file is not there any more.');
    expect(under('one.txt')?.contains(screen.getByRole('alert'))).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Put three.txt into the trash' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
