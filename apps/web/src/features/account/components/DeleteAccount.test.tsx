import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { DeleteAccount } from './DeleteAccount.tsx';

it('before an account is deleted it is said how many days are left as the studio is set, and that a plan is charged until then', async () => {
  render(
    <Answering>
      <DeleteAccount email="minji@example.test" deletesAt={null} graceDays={30} />
    </Answering>,
  );
  expect(screen.getByText(/^30 days to think/u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Delete account' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete this account?' }));

  expect(dialog.getByText(/In 30 days everything is deleted/u)).toBeTruthy();
  expect(dialog.getByText(/charged until the account is deleted/u)).toBeTruthy();
  expect(dialog.getByRole('link', { name: 'Go to your plan' }).getAttribute('href')).toBe('/plans');
});
