import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from '../button/Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { Drawer } from './Drawer.tsx';

describe.each([
  ['dialog', Dialog],
  ['drawer', Drawer],
])('a %s', (_, Panel) => {
  function Page() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <Button onPress={() => setOpen(true)}>Rename</Button>
        <Panel title="Rename the album" closeLabel="Close" isOpen={isOpen} onOpenChange={setOpen}>
          <input aria-label="Name" />
        </Panel>
      </>
    );
  }

  it('has its title as its name, closes with Escape and returns focus', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    expect(await screen.findByRole('dialog', { name: 'Rename the album' }, { timeout: 20_000 })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename' })));
  });

  it('closes with the first Escape also when focus is on its cross', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    const cross = await screen.findByRole('button', { name: 'Close' }, { timeout: 20_000 });
    await userEvent.tab();
    expect(document.activeElement).toBe(cross);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a question before something that is hard to take back', () => {
  it('offers the safe answer first', async () => {
    const onConfirm = vi.fn();
    const onOpenChange = vi.fn();
    render(
      <ConfirmDialog
        title="Delete 3 pictures?"
        confirmLabel="Delete"
        cancelLabel="Keep"
        isDanger
        isOpen
        onOpenChange={onOpenChange}
        onConfirm={onConfirm}
      >
        They go to the bin for 30 days.
      </ConfirmDialog>,
    );
    expect(await screen.findByRole('alertdialog', { name: 'Delete 3 pictures?' }, { timeout: 20_000 })).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });
});
