import type { Meta, StoryObj } from '@storybook/react-vite';
import { Grid2x2, Share2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { IconButton } from './IconButton.tsx';
import { IconToggle } from './IconToggle.tsx';

const WORDS = {
  en: { share: 'Share', remove: 'Delete', grid: 'Grid' },
  ko: { share: '공유', remove: '지우기', grid: '바둑판' },
};
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

const meta = {
  title: 'Design system/Buttons/IconButton',
  component: IconButton,
  args: { label: 'Share', icon: <Share2 {...icon} /> },
  parameters: {
    guide: {
      do: [
        'Use icons that everyone knows, at the edge of the work.',
        'Give it the same verb a word button would have: it is the tooltip and the name.',
      ],
      dont: [
        'Don’t use an icon alone for the main action of a page.',
        'Don’t change the name of a toggle when it is pressed; being pressed says it.',
      ],
    },
  },
} satisfies Meta<typeof IconButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row>
        <IconButton label={words.share} icon={<Share2 {...icon} />} />
        <IconButton label={words.remove} icon={<Trash2 {...icon} />} isDisabled />
      </Row>
    );
  },
};

export const Toggle: Story = {
  render: function Render(_, context) {
    const [isSelected, setSelected] = useState(false);
    const { grid } = inLanguage(context, WORDS);
    return <IconToggle label={grid} icon={<Grid2x2 {...icon} />} isSelected={isSelected} onChange={setSelected} />;
  },
  play: async ({ canvasElement }) => {
    const toggle = within(canvasElement).getByRole('button');
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  },
};

export const NamedOnFocus: Story = {
  render: (_, context) => <IconButton label={inLanguage(context, WORDS).share} icon={<Share2 {...icon} />} />,
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    const tip = await within(canvasElement.ownerDocument.body).findByRole('tooltip', { hidden: true });
    await expect(tip).toHaveTextContent(/Share|공유/u);
  },
};
