import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRef } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { ChapterCardFragment, ClipCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { ChapterList } from './ChapterList.tsx';
import { ClipRow } from './ClipRow.tsx';
import { ReadAlongText } from './ReadAlongText.tsx';
import '../speech.css';

const CHAPTERS = ['해가 진다', '달이 뜬다, 별도 뜨고 밤은 아주 길다'].map((title, at) => ({
  ...{ number: at + 1, title, durationMs: 61_000 * (at + 1), asset: { id: `asset-${at}` } },
})) as unknown as readonly ChapterCardFragment[];
const CLIP = {
  ...{ id: 'clip-1', title: '빛과 그림자', state: 'READY', language: 'ko', voice: 'espeak-ng:ko', format: 'OPUS' },
  ...{ durationMs: 183_000, chapterCount: 2, createdAt: '2026-11-21T12:00:00.000Z' },
  job: { id: 'job-1' },
} as unknown as ClipCardFragment;

const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
client.setQueryData(['jobs'], [{ id: 'job-1', status: 'RUNNING', progress: 0.4, step: null }]);

const meta = {
  title: 'Studio/Clip',
  parameters: {
    guide: {
      do: ['Say the length of everything that takes time to hear; words stand in their own language.'],
      dont: ['Never sound alone: what is said stands beside it.'],
    },
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const chosen = fn();

export const Chapters: Story = {
  render: () => <ChapterList chapters={CHAPTERS} number={1} language="ko" onChoose={chosen} />,
  play: async ({ canvasElement }) => {
    const last = within(canvasElement).getAllByRole('button').at(-1);
    if (last) await userEvent.click(last);
    await expect(chosen).toHaveBeenCalledWith(2);
  },
};

export const Row: Story = {
  render: () => (
    <QueryClientProvider client={client}>
      <ul className="thing-list">
        <ClipRow clip={CLIP} />
        <ClipRow clip={{ ...CLIP, id: 'clip-2', state: 'SPEAKING' }} />
      </ul>
    </QueryClientProvider>
  ),
  play: async ({ canvasElement }) => {
    const line = await within(canvasElement).findByRole('progressbar', { name: /빛과 그림자/u });
    await expect(line).toHaveAttribute('aria-valuenow', '40');
  },
};

export const Text: Story = {
  render: () => (
    <ReadAlongText
      label="빛과 그림자"
      language="ko"
      text={'빛은 곧게 나아간다.\n\n그래서 물체 뒤에는 그림자가 생긴다.'}
      areaRef={createRef()}
      onPoint={() => undefined}
    />
  ),
};
