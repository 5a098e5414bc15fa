import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { NumberField } from './NumberField.tsx';

function Cells() {
  const [cells, setCells] = useState<number | null>(32);
  return (
    <>
      <NumberField label="Cells a line" value={cells} onChange={setCells} min={20} max={40} />
      <output>{cells ?? 'empty'}</output>
    </>
  );
}

describe('a number field', () => {
  it('keeps its range when it is left', async () => {
    render(<Cells />);
    const input = screen.getByRole('textbox', { name: 'Cells a line' });
    await userEvent.clear(input);
    await userEvent.type(input, '99');
    await userEvent.tab();
    expect(screen.getByRole('status').textContent).toBe('40');
  });

  it('says its problem when it comes, not its hint', () => {
    const draw = (problem?: string) => (
      <NumberField label="Seed" value={7} onChange={() => undefined} hint="Any number" problem={problem} />
    );
    const { rerender } = render(draw());
    expect(screen.queryByRole('alert')).toBeNull();
    rerender(draw('This seed is too large.'));
    expect(screen.getByRole('alert').textContent).toBe('This seed is too large.');
    const described = screen.getByRole('textbox').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described).toContain(screen.getByRole('alert').id);
  });

  it('tells an empty field from zero', async () => {
    render(<Cells />);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.tab();
    expect(screen.getByRole('status').textContent).toBe('empty');
  });
});
