import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../button/Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { DialogProps } from './DialogFrame.tsx';
import { DialogFrame } from './DialogFrame.tsx';
import { MenuButton } from './MenuButton.tsx';
import { opensLater } from './opens-later.tsx';
import { PanelButton } from './PanelButton.tsx';

vi.setConfig({ testTimeout: 60_000 });
/** A machine with much to do fetches late. */
const LATE = { timeout: 20_000 };

type Load = () => Promise<ComponentType<DialogProps>>;

/** A page whose dialog opens from a button, and which hears of keys that come through to it. */
function pageWith(Panel: ComponentType<DialogProps>, onKey = vi.fn()) {
  return function Page() {
    const [isOpen, setOpen] = useState(false);
    return (
      <div onKeyDown={(event) => onKey(event.key)}>
        <button type="button" onClick={() => setOpen(true)}>
          {isOpen ? 'Opening' : 'Open'}
        </button>
        <input aria-label="Search" />
        <Panel title="Rename" closeLabel="Close" isOpen={isOpen} onOpenChange={setOpen}>
          <input aria-label="Name" />
        </Panel>
      </div>
    );
  };
}

describe('what opens later', () => {
  it('stays closed when it cannot be fetched, and is fetched anew the next time', async () => {
    const load = vi
      .fn<Load>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
      .mockResolvedValue(DialogFrame);
    const Page = pageWith(opensLater(load));
    render(<Page />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByRole('button', { name: 'Open' }, LATE)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByRole('dialog', {}, LATE)).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('keys that are pressed while a dialog is still to come', () => {
  const onKey = vi.fn<(key: string) => void>();
  let come: () => Promise<void>;
  let Page: ComponentType;

  beforeEach(() => {
    onKey.mockClear();
    const { promise, resolve } = Promise.withResolvers<ComponentType<DialogProps>>();
    come = () => act(async () => resolve(DialogFrame));
    Page = pageWith(
      opensLater(() => promise),
      onKey,
    );
  });

  it('close it, if it is Escape: it does not open when it comes, and focus is where it was', async () => {
    render(<Page />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{Escape}');
    await come();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
    // Asked for again it opens, and takes its own Escape.
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Rename' }, LATE)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
  });

  it('do nothing behind it, except Tab and what is typed into a field', async () => {
    render(<Page />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{Delete}a');
    expect(onKey.mock.calls.flat()).toEqual(['Enter']);
    await userEvent.tab();
    await userEvent.keyboard('sea');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Search' }).value).toBe('sea');
    await come();
    expect(await screen.findByRole('dialog', {}, LATE)).toBeTruthy();
  });

  it('close only what is to come, not the dialog it was asked for in', async () => {
    function Two() {
      const [isOpen, setOpen] = useState(true);
      return (
        <DialogFrame title="First" closeLabel="Close" isOpen={isOpen} onOpenChange={setOpen}>
          <Page />
        </DialogFrame>
      );
    }
    render(<Two />);
    const open = screen.getByRole('button', { name: 'Open' });
    act(() => open.focus());
    await userEvent.keyboard('{Enter}{Escape}');
    await come();
    expect(screen.getByRole('dialog', { name: 'First' })).toBeTruthy();
    expect(screen.queryByRole('dialog', { name: 'Rename' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LATE);
  });
});

describe('somebody who presses Enter and at once Escape', () => {
  const onAction = () => undefined;
  const Renaming = pageWith(Dialog);

  it.each([
    ['a dialog', 'dialog', () => <Renaming />],
    ['a menu', 'menu', () => <MenuButton label="Open" groups={[[{ id: 'star', name: 'Star', onAction }]]} />],
    [
      'a panel',
      'dialog',
      () => (
        <PanelButton label="Open" title="Filter" closeLabel="Close">
          <Button>Today</Button>
        </PanelButton>
      ),
    ],
  ] as const)('ends without %s', async (_, role, draw) => {
    render(draw());
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{Escape}');
    // Time for it to come, however late: what it waits for has been fetched when the next one opens.
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole(role, {}, LATE)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole(role)).toBeNull(), LATE);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' })), LATE);
  });
});
