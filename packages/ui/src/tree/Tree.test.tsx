import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Tree } from './Tree.tsx';

const NODES = [
  {
    id: 'part-1',
    name: 'Part one',
    children: [
      { id: 'chapter-1', name: 'The harbour' },
      { id: 'chapter-2', name: 'The ferry' },
    ],
  },
  { id: 'part-2', name: 'Part two' },
];

describe('a tree', () => {
  it('is walked, opened and chosen with keys alone', async () => {
    const onSelect = vi.fn();
    render(<Tree label="Contents" nodes={NODES} onSelect={onSelect} foldLabel="Open or close" />);
    expect(screen.queryByRole('row', { name: 'The harbour' })).toBeNull();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(await screen.findByRole('row', { name: 'The harbour' })).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith('chapter-1');
  });

  it('tells how deep a line is, and whether it is open', () => {
    render(
      <Tree label="Contents" nodes={NODES} openAtFirst={['part-1']} onSelect={vi.fn()} foldLabel="Open or close" />,
    );
    expect(screen.getByRole('row', { name: 'Part one' }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('row', { name: 'The ferry' }).getAttribute('aria-level')).toBe('2');
  });
});
