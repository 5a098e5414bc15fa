import type { Meta, StoryObj } from '@storybook/react-vite';
import { FolderOpen, Images, Paintbrush } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { CommandPalette } from './CommandPalette.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const onAction = fn();
const onOpenChange = fn();
const WORDS = {
  en: {
    label: 'Go and do',
    placeholder: 'Where to, or what to do?',
    emptyWords: 'Nothing by that name',
    places: 'Places',
    create: 'Create',
    gallery: 'Gallery',
    files: 'Files',
    recent: 'Pictures',
    picture: 'A magpie on a persimmon tree',
    note: 'yesterday',
  },
  ko: {
    label: '찾아서 하기',
    placeholder: '어디로 갈까요, 무엇을 할까요?',
    emptyWords: '그런 이름은 없어요',
    places: '메뉴',
    create: '만들기',
    gallery: '갤러리',
    files: '파일',
    recent: '그림',
    picture: '감나무에 앉은 까치',
    note: '어제',
  },
};

const meta = {
  title: 'Design system/Overlays/CommandPalette',
  component: CommandPalette,
  args: { label: 'Go and do', placeholder: '', emptyWords: '', isOpen: true, onOpenChange, groups: [] },
  parameters: {
    layout: 'fullscreen',
    docs: { story: { inline: false, height: '420px' } },
    guide: {
      do: [
        'List everything that has a place or a verb, with other words it may be known by, in both languages.',
        'Show the keys, so that people learn them.',
      ],
      dont: ['Don’t put something here that is nowhere else: not everyone opens it.'],
    },
  },
} satisfies Meta<typeof CommandPalette>;

export default meta;
type Story = StoryObj<typeof meta>;

const Palette = ({ words }: { readonly words: (typeof WORDS)['en'] }) => (
  <div style={{ minHeight: 400 }}>
    <CommandPalette
      label={words.label}
      placeholder={words.placeholder}
      emptyWords={words.emptyWords}
      isOpen
      onOpenChange={onOpenChange}
      groups={[
        {
          name: words.places,
          commands: [
            { id: 'create', name: words.create, keys: 'G C', icon: <Paintbrush {...icon} />, onAction },
            { id: 'gallery', name: words.gallery, keys: 'G G', icon: <Images {...icon} />, onAction },
            { id: 'files', name: words.files, alsoKnownAs: 'uploads 업로드', icon: <FolderOpen {...icon} />, onAction },
          ],
        },
        { name: words.recent, commands: [{ id: 'picture', name: words.picture, note: words.note, onAction }] },
      ]}
    />
  </div>
);

export const Open: Story = { render: (_, context) => <Palette words={inLanguage(context, WORDS)} /> };

export const Found: Story = {
  render: (_, context) => <Palette words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(await page.findByRole('combobox'), 'uploads');
    await expect(await page.findAllByRole('option')).toHaveLength(1);
  },
};

export const NothingFound: Story = {
  render: (_, context) => <Palette words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(await page.findByRole('combobox'), 'zzz');
    await expect(await page.findByText(/Nothing by that name|그런 이름은 없어요/u)).toBeVisible();
  },
};
