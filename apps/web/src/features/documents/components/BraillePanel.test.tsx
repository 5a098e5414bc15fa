import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AssetLinkDocument, BrailleDocumentDocument } from '../../../lib/graph/generated/graphql.ts';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { BraillePanel } from './BraillePanel.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const RENDITION = {
  ...{ id: 'a', code: 'ko-2024', state: 'READY', pageCount: 2, cellsPerLine: 40, linesPerPage: 25 },
  ...{ brf: { id: 'brf' }, pef: null, unicode: null },
};
const PAPER = { id: 'paper', title: 'Paper', language: 'ko', state: 'READING', renditions: [RENDITION] };

it('braille that cannot be had as a file says why, in its row', async () => {
  vi.mocked(request).mockImplementation((document) =>
    Promise.resolve((document as unknown) === AssetLinkDocument ? { asset: null } : { quoteBrailleDocument: null }),
  );
  render(
    <Answering>
      <BraillePanel document={PAPER as unknown as NonNullable<DocumentPageQuery['document']>} codes={[]} />
    </Answering>,
  );
  await userEvent.click(screen.getByRole('button', { name: /BRF/u }));
  const row = screen.getByRole('listitem');
  expect(row.contains(await screen.findByRole('alert'))).toBe(true);
  expect(screen.getByRole('alert').textContent).toContain('The file is not there any more.');
});

it('braille that is being made has the line of its job', async () => {
  const renditions = [{ ...RENDITION, state: 'BRAILLING', brf: null, job: { id: 'job' } }];
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(
    ['jobs'],
    [{ id: 'job', kind: 'document.braille', status: 'RUNNING', progress: 0.5, step: null }],
  );
  render(
    <Answering client={client}>
      <BraillePanel
        document={{ ...PAPER, renditions } as unknown as NonNullable<DocumentPageQuery['document']>}
        codes={[{ id: 'ko-2024', name: 'Korean', language: 'ko' }] as unknown as DocumentPageQuery['brailleCodes']}
      />
    </Answering>,
  );
  const line = await screen.findByRole('progressbar', { name: 'Making braille: Korean' });
  expect(line.getAttribute('aria-valuenow')).toBe('50');
});

describe('how a document is to be written in braille', () => {
  const CODES = [
    { id: 'ko-2024', name: 'Korean', language: 'ko' },
    { id: 'en-ueb-g2', name: 'UEB', language: 'en' },
  ];
  const draw = () =>
    render(
      <Answering>
        <BraillePanel
          document={{ ...PAPER, state: 'READY' } as unknown as NonNullable<DocumentPageQuery['document']>}
          codes={CODES as unknown as DocumentPageQuery['brailleCodes']}
        />
      </Answering>,
    );
  const cells = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Cells in a line, 12 to 100' });
  const head = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Running head' });
  const contents = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Table of contents' });
  const begin = async () => {
    const form = draw();
    await userEvent.clear(cells());
    await userEvent.type(cells(), '32{Tab}');
    await userEvent.click(screen.getByRole('button', { name: 'Page layout' }));
    await userEvent.type(head(), ' on light');
    await userEvent.click(contents());
    return form;
  };

  beforeEach(() => {
    vi.mocked(request).mockImplementation((document) =>
      Promise.resolve(
        (document as unknown) === BrailleDocumentDocument
          ? {
              brailleDocument: { __typename: 'Job', id: 'job', kind: 'document.braille', status: 'QUEUED', step: null },
            }
          : { quoteBrailleDocument: null },
      ),
    );
  });

  it('outlives a reload', async () => {
    (await begin()).unmount();
    draw();
    await userEvent.click(screen.getByRole('button', { name: 'Page layout' }));
    expect([cells().value, head().value, contents().checked]).toEqual(['32', 'Paper on light', true]);
  });

  it('is sent as it was set, and begins anew then', async () => {
    await begin();
    await userEvent.click(screen.getByRole('button', { name: 'Make braille' }));
    const sent = { cellsPerLine: 32, contents: true, code: 'ko-2024', linesPerPage: 25, runningHead: 'Paper on light' };
    await waitFor(() =>
      expect(request).toHaveBeenCalledWith(BrailleDocumentDocument, { input: expect.objectContaining(sent) }),
    );
    await waitFor(() => expect(head().value).toBe('Paper'));
    expect(JSON.stringify({ ...localStorage })).not.toContain('on light');
  });
});
