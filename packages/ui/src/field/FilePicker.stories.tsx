import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { FilePicker } from './FilePicker.tsx';

const WORDS = {
  en: { label: 'Documents', words: 'Drop a PDF or a photo of a page, up to 50 MB.', pick: 'Choose a file' },
  ko: { label: '문서', words: 'PDF나 책장 사진을 끌어다 놓으세요. 50MB까지 돼요.', pick: '파일 고르기' },
};
const onFiles = fn();

const meta = {
  title: 'Design system/Fields/FilePicker',
  component: FilePicker,
  args: { label: 'Documents', pickLabel: 'Choose', children: '', onFiles },
  parameters: {
    guide: {
      do: [
        'Say what is taken and how large it may be before anything is chosen.',
        'Keep the button: dropping is never the only way.',
      ],
      dont: ['Don’t trust the file’s name or type: check what arrives.'],
    },
  },
} satisfies Meta<typeof FilePicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <FilePicker label={words.label} pickLabel={words.pick} onFiles={onFiles} accept={['.pdf', 'image/*']}>
          {words.words}
        </FilePicker>
        <FilePicker label={words.label} pickLabel={words.pick} onFiles={onFiles} isDisabled>
          {words.words}
        </FilePicker>
      </Row>
    );
  },
};

export const Chosen: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <FilePicker label={words.label} pickLabel={words.pick} onFiles={onFiles} isSingle>
        {words.words}
      </FilePicker>
    );
  },
  play: async ({ canvasElement }) => {
    onFiles.mockClear();
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('The picker has no file input');
    await userEvent.upload(input, new File(['x'], '<img src=x onerror=alert(1)>.pdf'));
    await expect(onFiles).toHaveBeenCalledOnce();
    await expect(within(canvasElement).getByRole('button', { name: /Choose a file|파일 고르기/u })).toBeVisible();
  },
};
