import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Combobox } from './Combobox.tsx';

const VOICES = [
  { id: 'yuna', name: '유나', note: 'Korean' },
  { id: 'amelie', name: 'Amélie', note: 'French' },
];

function Voice() {
  const [voice, setVoice] = useState<string | null>(null);
  return (
    <>
      <Combobox label="Voice" options={VOICES} value={voice} onChange={setVoice} emptyWords="No voice by that name" />
      <output>{voice}</output>
    </>
  );
}

describe('a combobox', () => {
  it('finds a name typed without its accent, by keyboard alone', async () => {
    render(<Voice />);
    await userEvent.tab();
    await userEvent.keyboard('ameli{ArrowDown}{Enter}');
    expect(screen.getByRole('status').textContent).toBe('amelie');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Voice' }).value).toBe('Amélie');
  });

  it('says so when nothing matches', async () => {
    render(<Voice />);
    await userEvent.type(screen.getByRole('combobox'), 'zzz');
    expect(screen.getByText('No voice by that name')).toBeTruthy();
  });
});
