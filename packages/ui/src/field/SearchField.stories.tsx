import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { SearchField } from './SearchField.tsx';

const WORDS = {
  en: { label: 'Search pictures', placeholder: 'Words in the prompt' },
  ko: { label: '그림 찾기', placeholder: '프롬프트에 있는 말' },
};

const meta = {
  title: 'Design system/Fields/SearchField',
  component: SearchField,
  args: { label: 'Search', value: '', onChange: () => undefined },
  parameters: {
    guide: {
      do: ['Say in the placeholder what is searched.', 'Keep what was typed when the person comes back.'],
      dont: ['Don’t clear the results while new ones are on their way.'],
    },
  },
} satisfies Meta<typeof SearchField>;

export default meta;
type Story = StoryObj<typeof meta>;

function Search({ words }: { readonly words: (typeof WORDS)['en'] }) {
  const [value, setValue] = useState('');
  return <SearchField {...words} value={value} onChange={setValue} />;
}

export const Empty: Story = { render: (_, context) => <Search words={inLanguage(context, WORDS)} /> };

export const EmptiedWithEscape: Story = {
  render: (_, context) => <Search words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const field = within(canvasElement).getByRole('searchbox');
    await userEvent.type(field, '감나무');
    await expect(canvasElement.querySelector('.ui-search__clear')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveValue('');
  },
};
