import type { Meta, StoryObj } from '@storybook/react-vite';
import { ListFilter } from 'lucide-react';
import { expect, userEvent, within } from 'storybook/test';
import { Switch } from '../choice/Switch.tsx';
import { inLanguage, Row } from '../stories/index.ts';
import { MenuButton } from './MenuButton.tsx';
import { PanelButton } from './PanelButton.tsx';

const WORDS = {
  en: {
    filter: 'Filter',
    title: 'Filter the gallery',
    starred: 'Starred only',
    order: 'Order',
    newest: 'Newest first',
    close: 'Close',
  },
  ko: { filter: '거르기', title: '갤러리 거르기', starred: '별표만', order: '순서', newest: '최신순', close: '닫기' },
};
const icon = <ListFilter size={16} strokeWidth={1.5} aria-hidden />;
const nothing = () => undefined;

const meta = {
  title: 'Design system/Overlays/PanelButton',
  component: PanelButton,
  subcomponents: { MenuButton },
  args: { label: '', title: '', closeLabel: '', children: null },
  parameters: {
    guide: {
      do: [
        'Use it for controls that change the page at once, which stays in sight beside them.',
        'Say on its mark how many of them are on.',
        'Make it a sheet on a phone.',
      ],
      dont: ['Don’t put a question into it that must be answered: that is a Dialog.'],
    },
  },
} satisfies Meta<typeof PanelButton>;

export default meta;
type Story = StoryObj<typeof meta>;

function Filtering({ words, isSheet = false }: { readonly words: (typeof WORDS)['en']; readonly isSheet?: boolean }) {
  return (
    <div style={{ height: 160 }}>
      <Row>
        <PanelButton
          label={words.filter}
          icon={icon}
          mark={<span className="ui-figures">2</span>}
          title={words.title}
          closeLabel={words.close}
          placement="bottom start"
          isSheet={isSheet}
        >
          <Switch isSelected onChange={nothing}>
            {words.starred}
          </Switch>
        </PanelButton>
        <MenuButton label={words.order} groups={[[{ id: 'newest', name: words.newest, onAction: nothing }]]} />
      </Row>
    </div>
  );
}

const FILTER = { name: /Filter|거르기/u };

export const Closed: Story = {
  render: (_, context) => <Filtering words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const button = within(canvasElement).getByRole('button', FILTER);
    await expect(button).toHaveAttribute('aria-haspopup', 'dialog');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  },
};

export const Open: Story = {
  render: (_, context) => <Filtering words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(await page.findByRole('dialog', { name: /Filter the gallery|갤러리 거르기/u })).toBeVisible();
    await expect(page.getByRole('switch')).toBeChecked();
  },
};

export const AsASheet: Story = {
  render: (_, context) => <Filtering words={inLanguage(context, WORDS)} isSheet />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(page.getByRole('button', FILTER));
    await expect(await page.findByRole('dialog', { name: /Filter the gallery|갤러리 거르기/u })).toBeVisible();
  },
};
