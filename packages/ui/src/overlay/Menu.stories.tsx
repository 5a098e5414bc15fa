import type { Meta, StoryObj } from '@storybook/react-vite';
import { Copy, Download, Ellipsis, Trash2 } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { inLanguage, Row } from '../stories/index.ts';
import { Flyout } from './Flyout.tsx';
import { Menu } from './Menu.tsx';
import { MenuButton } from './MenuButton.tsx';
import { Tooltip } from './Tooltip.tsx';

const WORDS = {
  en: {
    more: 'More',
    download: 'Download',
    size: 'PNG, 3.2 MB',
    copy: 'Copy the prompt',
    remove: 'Delete',
    panel: 'View',
    words: 'How many pictures stand in a row.',
    tip: 'Also with Ctrl D',
  },
  ko: {
    more: '더 보기',
    download: '내려받기',
    size: 'PNG, 3.2MB',
    copy: '프롬프트 복사',
    remove: '지우기',
    panel: '보기',
    words: '한 줄에 놓을 그림 수예요.',
    tip: 'Ctrl D로도 돼요',
  },
};
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const onDelete = fn();
const nothing = () => undefined;

const meta = {
  title: 'Design system/Overlays/Menu',
  component: Menu,
  subcomponents: { Flyout, MenuButton, Tooltip },
  args: { trigger: null, groups: [] },
  parameters: {
    guide: {
      do: [
        'Put what is done often first, what destroys last and apart.',
        'Show the keys that do the same.',
        'Use a Flyout for controls, a Menu for verbs.',
        'Use a MenuButton on a page one comes to first: its menu is fetched when it is wanted.',
      ],
      dont: ['Don’t hide the main action of a page in a menu.', 'Don’t nest menus.'],
    },
  },
} satisfies Meta<typeof Menu>;

export default meta;
type Story = StoryObj<typeof meta>;

function Actions({ words }: { readonly words: (typeof WORDS)['en'] }) {
  return (
    <div style={{ height: 200, textAlign: 'end' }}>
      <Menu
        trigger={<IconButton label={words.more} icon={<Ellipsis {...icon} />} />}
        groups={[
          [
            {
              id: 'download',
              name: words.download,
              note: words.size,
              keys: 'Ctrl D',
              icon: <Download {...icon} />,
              onAction: nothing,
            },
            { id: 'copy', name: words.copy, icon: <Copy {...icon} />, isDisabled: true, onAction: nothing },
          ],
          [{ id: 'delete', name: words.remove, icon: <Trash2 {...icon} />, isDanger: true, onAction: onDelete }],
        ]}
      />
    </div>
  );
}

export const Open: Story = {
  render: (_, context) => <Actions words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(await page.findAllByRole('menuitem')).toHaveLength(3);
  },
};

export const ChosenByTyping: Story = {
  render: (_, context) => <Actions words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    onDelete.mockClear();
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await page.findByRole('menu');
    await userEvent.keyboard('{End}{Enter}');
    await expect(onDelete).toHaveBeenCalledOnce();
  },
};

export const FetchedWhenWanted: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <div style={{ height: 140, textAlign: 'end' }}>
        <MenuButton
          label={words.more}
          icon={<Ellipsis {...icon} />}
          groups={[
            [{ id: 'download', name: words.download, note: words.size, onAction: nothing }],
            [{ id: 'delete', name: words.remove, isDanger: true, onAction: nothing }],
          ]}
        />
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect(await page.findAllByRole('menuitem')).toHaveLength(2);
    await expect(page.getByRole('button', { name: /More|더 보기/u, hidden: true })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  },
};

export const FlyoutAndTooltip: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <div style={{ height: 140 }}>
        <Row>
          <Flyout label={words.panel} trigger={<Button>{words.panel}</Button>}>
            {() => <p>{words.words}</p>}
          </Flyout>
          <Tooltip words={words.tip}>
            <Button>{words.download}</Button>
          </Tooltip>
        </Row>
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(page.getByRole('button', { name: /View|보기/u }));
    await expect(await page.findByRole('dialog')).toBeVisible();
  },
};
