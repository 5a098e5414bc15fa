import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Tabs } from './Tabs.tsx';

function Account() {
  const [tab, setTab] = useState('plan');
  const tabs = [
    { id: 'plan', name: 'Plan', children: 'Twelve credits a day' },
    { id: 'bills', name: 'Bills', count: '3', isDisabled: true, children: 'None' },
    { id: 'keys', name: 'Keys', children: 'No keys yet' },
  ];
  return <Tabs label="Account" tabs={tabs} value={tab} onChange={setTab} />;
}

describe('tabs', () => {
  it('are moved through with arrow keys, over the one that is disabled, and show their panel', async () => {
    render(<Account />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Keys' }).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('tabpanel', { name: 'Keys' }).textContent).toBe('No keys yet');
  });
});
