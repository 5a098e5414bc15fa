import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { Tabs } from './Tabs.tsx';

const WORDS = {
  en: {
    label: 'Account',
    plan: 'Plan',
    bills: 'Bills',
    keys: 'Keys',
    members: 'Members',
    body: 'Twelve credits a day, and what you add.',
  },
  ko: {
    label: '내 계정',
    plan: '요금제',
    bills: '결제',
    keys: '키',
    members: '구성원',
    body: '하루 12크레딧과 더 담아 두신 만큼 쓸 수 있어요.',
  },
};

const meta = {
  title: 'Design system/Navigation/Tabs',
  component: Tabs,
  args: { label: 'Account', tabs: [], value: 'plan', onChange: () => undefined },
  parameters: {
    guide: {
      do: [
        'Use tabs for views of one thing that are never needed together.',
        'Keep the tab in the address, so that a link leads to it.',
      ],
      dont: [
        'Don’t use tabs as steps: people would have to go back and forth.',
        'Don’t hide the only copy of something needed behind a tab.',
      ],
    },
  },
} satisfies Meta<typeof Tabs>;

export default meta;
type Story = StoryObj<typeof meta>;

function Account({ words }: { readonly words: (typeof WORDS)['en'] }) {
  const [value, setValue] = useState('plan');
  const tabs = [
    { id: 'plan', name: words.plan, children: words.body },
    { id: 'bills', name: words.bills, count: '12', children: words.bills },
    { id: 'keys', name: words.keys, children: words.keys },
    { id: 'members', name: words.members, isDisabled: true, children: words.members },
  ];
  return <Tabs label={words.label} tabs={tabs} value={value} onChange={setValue} />;
}

export const Views: Story = { render: (_, context) => <Account words={inLanguage(context, WORDS)} /> };

export const Narrow: Story = {
  render: (_, context) => (
    <div style={{ width: 180 }}>
      <Account words={inLanguage(context, WORDS)} />
    </div>
  ),
};

export const ChosenByKeys: Story = {
  render: (_, context) => <Account words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await expect(within(canvasElement).getByRole('tab', { selected: true })).toHaveTextContent(/Keys|키/u);
  },
};
