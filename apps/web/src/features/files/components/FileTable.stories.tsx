import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { FileTable } from './FileTable.tsx';
import '../files.css';

const NO_PREVIEW = { thumbhash: null, width: null, height: null, durationMs: null, waveform: null, url: null };

const fileOf = (filename: string, parts: Partial<FilePartsFragment> = {}): FilePartsFragment => ({
  ...{ __typename: 'Asset', id: filename, filename, contentType: 'text/plain', sizeBytes: 4_096 },
  createdAt: '2026-11-21T12:00:00.000Z',
  preview: { state: 'NONE', ...NO_PREVIEW },
  ...parts,
});

const FILES = [
  fileOf('harbour.png', { contentType: 'image/png', preview: { state: 'PENDING', ...NO_PREVIEW } }),
  fileOf('a long name of a paper about the harbour, its ships and who came with them, 1876 to 1945.pdf', {
    contentType: 'application/pdf',
    preview: { state: 'FAILED', ...NO_PREVIEW },
  }),
  fileOf('비 오는 소리.wav', {
    contentType: 'audio/wav',
    preview: { state: 'READY', ...NO_PREVIEW, durationMs: 83_000, waveform: [0.2, 1, 0.4, 0.7, 0.3, 0.9] },
  }),
  fileOf('notes.txt'),
];

const meta = {
  title: 'Studio/FileTable',
  component: FileTable,
  parameters: {
    guide: {
      do: ['Say under the row of a file what became of it, and why a deed failed.'],
      dont: ['Don’t say of the whole list what is true of one file.'],
    },
  },
  args: { files: FILES, isTrash: false, failed: null, onDownload: fn(), onDelete: fn(), onRestore: fn() },
} satisfies Meta<typeof FileTable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvasElement }) => {
    // The line under a row is one line, from its first cell to its last.
    for (const row of canvasElement.querySelectorAll('tbody tr')) {
      const ends = [...row.children].map((cell) => cell.getBoundingClientRect()).filter(({ width }) => width > 0);
      await expect(new Set(ends.map(({ bottom }) => bottom)).size).toBe(1);
    }
  },
};

export const DeedFailed: Story = {
  args: {
    failed: {
      fileId: 'notes.txt',
      words: 'This file is part of a document. Delete the document first.',
      trace: null,
      again: fn(),
    },
  },
};

export const Trash: Story = { args: { isTrash: true } };
