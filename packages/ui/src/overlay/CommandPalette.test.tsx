import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ComponentType } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { LiveRegion } from '../feedback/LiveRegion.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import type { CommandPaletteProps } from './CommandPalette.tsx';
import { DialogFrame } from './DialogFrame.tsx';
import { opensLater } from './opens-later.tsx';

const WORDS = { label: 'Commands', placeholder: 'Search', emptyWords: 'Nothing by that name' };

function open(more: Partial<CommandPaletteProps> = {}) {
  const went = vi.fn();
  const onOpenChange = vi.fn();
  const groups = [
    {
      name: 'Places',
      commands: [
        { id: 'gallery', name: 'Gallery', alsoKnownAs: '갤러리 pictures', onAction: () => went('gallery') },
        { id: 'files', name: 'Files', alsoKnownAs: '파일 uploads', onAction: () => went('files') },
      ],
    },
  ];
  render(<CommandPalette {...WORDS} isOpen onOpenChange={onOpenChange} groups={groups} {...more} />);
  return { went, onOpenChange };
}

describe('the command palette', () => {
  it('finds a command by another name and does it on Enter, while focus stays in the field', async () => {
    const { went, onOpenChange } = open();
    await userEvent.keyboard('uploads');
    expect(screen.getAllByRole('option').map((item) => item.textContent.trim())).toEqual(['Files']);
    expect(screen.getByRole('combobox')).toBe(document.activeElement);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(went).toHaveBeenCalledWith('files');
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });

  it('does what is typed on an Enter that comes before the list is drawn', async () => {
    const act = vi.spyOn(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }, 'IS_REACT_ACT_ENVIRONMENT', 'get');
    act.mockReturnValue(false); // The list comes in a drawing of its own, as it does in a browser.
    const onAction = vi.fn();
    const groups = [{ name: 'Places', commands: [{ id: 'files', name: 'Files', alsoKnownAs: '파일', onAction }] }];
    const root = createRoot(document.body.appendChild(document.createElement('div')));
    try {
      flushSync(() => root.render(<CommandPalette {...WORDS} isOpen onOpenChange={vi.fn()} groups={groups} />));
      const field = screen.getByRole<HTMLInputElement>('combobox');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'files');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      expect(screen.queryByRole('option')).toBeNull();

      await vi.waitFor(() => expect(onAction).toHaveBeenCalledOnce());
    } finally {
      root.unmount();
      act.mockRestore();
    }
  });

  it('takes focus from the page, puts it out of reach, and gives both back', async () => {
    const draw = (isOpen: boolean) => (
      <>
        <button type="button">Write</button>
        <CommandPalette {...WORDS} isOpen={isOpen} onOpenChange={vi.fn()} groups={[]} />
      </>
    );
    const { rerender } = render(draw(false));
    const button = screen.getByRole('button');
    button.focus();
    rerender(draw(true));
    const field = screen.getByRole('combobox', { name: 'Commands' });
    expect(document.activeElement).toBe(field);
    await waitFor(() => expect(button.closest('[inert]')).not.toBeNull());
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(field);
    rerender(draw(false));
    expect(button.closest('[inert]')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  describe('that was closed', () => {
    async function closed(close: () => Promise<unknown>) {
      const onAction = vi.fn(() => inReach());
      const groups = [{ name: 'Places', commands: [{ id: 'files', name: 'Files', alsoKnownAs: '', onAction }] }];
      function Page() {
        const [isOpen, setOpen] = useState(false);
        return (
          <>
            <button type="button" onClick={() => setOpen(true)}>
              Find
            </button>
            <p>Words</p>
            <CommandPalette {...WORDS} isOpen={isOpen} onOpenChange={setOpen} groups={groups} />
          </>
        );
      }
      render(<Page />);
      await userEvent.click(screen.getByRole('button'));
      await waitFor(() => expect(inReach()).toBe(false));
      await close();
      return onAction;
    }
    const inReach = () => screen.getByText('Words').closest('[inert]') === null;

    it('gives back the rest of the page a moment after focus', async () => {
      await closed(async () => {
        await userEvent.keyboard('{Escape}');
        expect(document.activeElement).toBe(screen.getByRole('button'));
      });
      await waitFor(() => expect(inReach()).toBe(true));
    });

    it('gives it back before the next key is taken, however soon that comes', async () => {
      const seen = vi.fn();
      await closed(async () => {
        // No frame is painted.
        vi.stubGlobal('requestAnimationFrame', () => 0);
        await userEvent.keyboard('{Escape}');
        expect(inReach()).toBe(false);
        window.addEventListener('keydown', () => seen(inReach()), { once: true });
        await userEvent.keyboard('a');
        vi.unstubAllGlobals();
      });
      expect(seen).toHaveBeenCalledWith(true);
    });

    it('gives it back before what was chosen is done', async () => {
      const onAction = await closed(() => userEvent.keyboard('files{Enter}'));
      expect(onAction).toHaveReturnedWith(true);
    });
  });

  it('closes with a press beside it, not with one that began in it', async () => {
    const { onOpenChange } = open();
    const veil = document.querySelector('.ui-veil')!;
    await userEvent.pointer([
      { keys: '[MouseLeft>]', target: screen.getByRole('combobox') },
      { keys: '[/MouseLeft]', target: veil },
    ]);
    expect(onOpenChange).not.toHaveBeenCalled();
    await userEvent.click(veil);
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });

  it('is in reach, and keeps focus, where it opens over a dialog', async () => {
    render(
      <DialogFrame title="Rename" closeLabel="Close" isOpen onOpenChange={vi.fn()}>
        Name
      </DialogFrame>,
    );
    open();
    const field = screen.getByRole('combobox');
    await waitFor(() => expect(screen.getByText('Name').closest('[inert]')).not.toBeNull());
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('files');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(field.closest('[inert], [aria-hidden=true]')).toBeNull();
  });

  it('begins with what was typed before it was here', async () => {
    interface Late {
      readonly isOpen: boolean;
      readonly onOpenChange: (isOpen: boolean) => void;
    }
    const { promise, resolve } = Promise.withResolvers<ComponentType<Late>>();
    const Palette = opensLater<Late>(() => promise);
    render(<Palette isOpen onOpenChange={vi.fn()} />);
    await userEvent.keyboard('hej{Backspace}r{ArrowDown}ㅎ');
    await act(async () => resolve((late) => <CommandPalette {...WORDS} {...late} groups={[]} />));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox')));
    await userEvent.keyboard('on');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('heron');
  });

  it('does nothing with the words themselves while what may be called so is still to come', async () => {
    const searched = vi.fn();
    const command = { id: 'search', name: 'Search', onAction: searched };
    open({ isComing: true, ofWords: () => ({ name: 'Search', commands: [command] }) });
    await userEvent.keyboard('ponds{Enter}');
    expect(searched).not.toHaveBeenCalled();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(searched).toHaveBeenCalledOnce();
  });

  it('finds Korean names as well', async () => {
    open();
    await userEvent.keyboard('갤러리');
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('closes with the first Escape, whatever was typed', async () => {
    const { onOpenChange } = open();
    await userEvent.keyboard('uploads{Escape}');
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });

  it('says so, to eye and ear, when nothing matches', async () => {
    render(<LiveRegion />);
    open();
    await userEvent.keyboard('zzz');
    expect(screen.getByText('Nothing by that name', { selector: '.ui-palette__empty' })).toBeTruthy();
    expect(screen.getByRole('log').textContent).toContain('Nothing by that name');
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('offers what can be done with the words themselves, after what is found by them', async () => {
    const searched = vi.fn();
    open({
      ofWords: (words) => ({
        name: 'Search',
        commands: [{ id: 'search', name: `Search for “${words}”`, onAction: () => searched(words) }],
      }),
    });
    expect(screen.queryByRole('group', { name: 'Search' })).toBeNull();
    await userEvent.keyboard('fil');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent.trim())).toEqual([
      expect.stringContaining('Files'),
      'Search for “fil”',
    ]);
    await userEvent.keyboard(' under fog {Enter}');
    expect(searched).toHaveBeenCalledWith('fil under fog');
  });

  it('points at the first that is found, then where keys lead; nothing is chosen before', async () => {
    open();
    const pointed = () =>
      document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '');
    expect(pointed()).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    expect(pointed()?.textContent).toContain('Gallery');
    await userEvent.keyboard('{ArrowUp}');
    expect(pointed()?.textContent).toContain('Files');
    await userEvent.keyboard('i');
    expect(pointed()?.textContent).toContain('Gallery');
    expect(screen.getByRole('option', { selected: true })).toBe(pointed());
  });

  it('does what is pressed, in the list that stands in its groups', async () => {
    const { went } = open();
    const places = within(screen.getByRole('listbox', { name: 'Commands' })).getByRole('group', { name: 'Places' });
    await userEvent.click(within(places).getByRole('option', { name: 'Files' }));
    expect(went).toHaveBeenCalledWith('files');
  });
});
