import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TextField } from './TextField.tsx';

describe('a text field', () => {
  it('is found by its label and tells what is typed', async () => {
    const onChange = vi.fn();
    render(<TextField label="Seed" value="" onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Seed' }), '7');
    expect(onChange).toHaveBeenCalledWith('7');
  });

  it('ties a problem to the input and drops the hint meanwhile', () => {
    render(
      <TextField label="E-mail" value="x" onChange={() => undefined} hint="Yours" problem="This is no address." />,
    );
    const input = screen.getByRole('textbox', { name: 'E-mail' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain('This is no address.');
    expect(screen.queryByText('Yours')).toBeNull();
  });

  it('says its problem when it comes, not its hint', () => {
    const draw = (problem?: string) => (
      <TextField label="E-mail" value="x" onChange={() => undefined} hint="Yours" problem={problem} />
    );
    const { rerender } = render(draw());
    expect(screen.queryByRole('alert')).toBeNull();
    rerender(draw('This is no address.'));
    expect(screen.getByRole('alert').textContent).toBe('This is no address.');
  });

  it('is in order without a problem', () => {
    render(<TextField label="E-mail" value="" onChange={() => undefined} hint="Yours" />);
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBeNull();
    expect(screen.getByText('Yours')).toBeTruthy();
  });
});
