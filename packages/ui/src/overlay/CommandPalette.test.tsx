import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CommandPalette } from './CommandPalette.tsx';

function open() {
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
  const words = { label: 'Commands', placeholder: 'Search', emptyWords: 'Nothing by that name' };
  render(<CommandPalette {...words} isOpen onOpenChange={onOpenChange} groups={groups} />);
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

  it('says so when nothing matches', async () => {
    open();
    await userEvent.keyboard('zzz');
    expect(screen.getByText('Nothing by that name')).toBeTruthy();
  });
});
