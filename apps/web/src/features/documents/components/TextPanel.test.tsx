import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { blockOf } from '../testing/block-of.ts';
import { TextPanel } from './TextPanel.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const DOCUMENT = {
  ...{ id: 'paper', title: 'Paper', language: 'en', state: 'READY', partsRead: 1 },
  ...{ outline: [], lastCorrection: null },
} as unknown as NonNullable<DocumentPageQuery['document']>;

it('text that does not come is said to be missing, and can be asked for again', async () => {
  vi.mocked(request).mockRejectedValueOnce(new Error('cut'));
  render(
    <Answering>
      <TextPanel document={DOCUMENT} />
    </Answering>,
  );
  expect(await screen.findByText('This part could not be loaded.')).toBeTruthy();
  const blocks = { edges: [{ node: blockOf({ text: 'Light' }) }], pageInfo: { hasNextPage: false, endCursor: null } };
  vi.mocked(request).mockResolvedValue({ document: { blocks } });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Light')).toBeTruthy();
});

it('what the studio says among the words of a document is in the language of the studio', async () => {
  const nodes = [
    blockOf({ id: 'words', text: '빛' }),
    blockOf({ id: 'figure', kind: 'FIGURE', text: '' }),
    blockOf({ id: 'page', kind: 'PAGE_BREAK', text: '3' }),
  ];
  const pageInfo = { hasNextPage: true, endCursor: 'page' };
  vi.mocked(request).mockResolvedValue({ document: { blocks: { edges: nodes.map((node) => ({ node })), pageInfo } } });
  render(
    <Answering>
      <TextPanel document={{ ...DOCUMENT, language: 'ko' }} />
    </Answering>,
  );
  const spoken = (words: string | RegExp) => screen.getByText(words).closest('[lang]')?.getAttribute('lang');
  await screen.findByText('빛');
  expect(spoken('빛')).toBe('ko');
  expect(['Figure:', 'nobody described it', 'Page 3', 'Read on'].map(spoken)).toEqual(['en', 'en', 'en', 'en']);
});
