import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlansDocument, SwitchPlanDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { keepFocus } from '../../lib/focus/keep-focus.ts';
import { PlansPage } from './PlansPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const planOf = (id: string, tier: string, priceCents: number) => ({
  ...{ id, tier, name: id, priceCents, currency: 'USD', onSale: true, monthlyCredits: 100, storageBytes: 1_000 },
  limits: { runningJobsMax: 1, queuedJobsMax: 2, imageSidePixelsMax: 512 },
});
const PLANS = [planOf('Starter', 'STARTER', 900), planOf('Pro', 'PRO', 1_900)];

let tier: string;
let onSale: boolean;
let chosen: string;
const switches = () =>
  vi.mocked(request).mock.calls.filter(([document]) => (document as unknown) === SwitchPlanDocument);

let end: () => void;
afterEach(() => end());
beforeEach(() => {
  end = keepFocus();
  tier = 'STARTER';
  onSale = true;
  chosen = 'Starter';
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document) => {
    const asked: unknown = document;
    if (asked === SwitchPlanDocument) {
      [tier, chosen] = ['PRO', 'Pro'];
      return Promise.resolve({ changePlan: { __typename: 'Subscription' } });
    }
    if (asked !== PlansDocument) return Promise.resolve({});
    const plan = { id: chosen, name: chosen };
    const subscription = { plan, status: 'ACTIVE', renewsAt: null, endsAt: null, provider: 'lemon-squeezy' };
    const plans = PLANS.map((one) => ({ ...one, onSale }));
    const creditPacks = [{ id: 'p', credits: 500, priceCents: 500, currency: 'USD', onSale }];
    return Promise.resolve({ plans, creditPacks, me: { tier, subscription } });
  });
});

describe('another plan', () => {
  const ask = async (name = 'Pro') => {
    render(
      <Answering>
        <PlansPage />
      </Answering>,
    );
    await userEvent.click(await screen.findByRole('button', { name: `Change to ${name}` }));
    return within(await screen.findByRole('alertdialog', { name: `Change to ${name}?` }));
  };

  it('is not taken for one press: what it costs and that the card is charged now is said first', async () => {
    const dialog = await ask();
    expect(dialog.getByText(/\$19.* a month.*charged now/u)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Keep my plan' }));
    expect(switches()).toEqual([]);
  });

  it('that costs less is paid from the next payment on, and what was paid for can be gone back to', async () => {
    [tier, chosen] = ['PRO', 'Pro'];
    const dialog = await ask('Starter');
    expect(dialog.getByText(/from your next payment on.*stays until then/u)).toBeTruthy();
    expect(dialog.queryByText(/charged now/u)).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Keep my plan' }));
    cleanup();

    chosen = 'Starter';
    const back = await ask('Pro');
    expect(screen.getByText('You have the plan Pro until the next payment; then Starter begins.')).toBeTruthy();
    expect(back.getByText(/Nothing is charged/u)).toBeTruthy();
  });

  it('is taken once that was answered, and focus is on it', async () => {
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Change and pay' }));
    await screen.findByText('You have the plan Pro.');
    expect(switches().map(([, variables]) => variables)).toEqual([{ planId: 'Pro' }]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Your plan now'));
  });
});

describe('what a studio sells', () => {
  const draw = () =>
    render(
      <Answering>
        <PlansPage />
      </Answering>,
    );

  it('can be bought: each pack of credits with its button', async () => {
    draw();
    expect(await screen.findByRole('heading', { name: 'Credit packs' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Buy 500/u })).toBeTruthy();
  });

  it('is nothing where no payments are taken: no pack stands there that nobody can buy, and plans say that they are not for sale', async () => {
    onSale = false;
    draw();
    expect(await screen.findByText(/takes no payments/u)).toBeTruthy();
    expect(screen.getByText('Not for sale here')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Credit packs' })).toBeNull();
  });
});
