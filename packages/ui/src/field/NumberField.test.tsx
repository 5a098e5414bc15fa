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

  it('tells an empty field from zero', async () => {
    render(<Cells />);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.tab();
    expect(screen.getByRole('status').textContent).toBe('empty');
  });
});
