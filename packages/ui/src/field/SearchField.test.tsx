import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SearchField } from './SearchField.tsx';

const onSubmit = vi.fn();

function Search() {
  const [value, setValue] = useState('');
  return <SearchField label="Search pictures" value={value} onChange={setValue} onSubmit={onSubmit} />;
}

describe('words to look for', () => {
  it('are sent with Enter and taken away with Escape, with focus staying in the field', async () => {
    render(<Search />);
    const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search pictures' });
    await userEvent.type(field, 'lighthouse{Enter}');
    expect(onSubmit).toHaveBeenLastCalledWith('lighthouse');
    await userEvent.keyboard('{Escape}');
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
  });

  it('stay while a syllable is put together, whose Enter and Escape are its own', async () => {
    onSubmit.mockClear();
    render(<Search />);
    const field = screen.getByRole<HTMLInputElement>('searchbox');
    await userEvent.type(field, '감나무');
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(field.value).toBe('감나무');
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
