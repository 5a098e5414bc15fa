import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ChoiceGroup } from './ChoiceGroup.tsx';

function Themes() {
  const [theme, setTheme] = useState('light');
  const choices = [
    { id: 'light', name: 'Light' },
    { id: 'dark', name: 'Dark' },
  ];
  return <ChoiceGroup label="Theme" choices={choices} value={theme} onChange={setTheme} />;
}

describe('a choice group', () => {
  it('is a radio group that arrow keys move through', async () => {
    render(<Themes />);
    expect(screen.getByRole('radiogroup', { name: 'Theme' })).toBeTruthy();
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: 'Light' })).toBe(document.activeElement);
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true);
  });

  it('says a name in its own language', () => {
    const choices = [
      { id: 'ko', name: '한국어', language: 'ko' },
      { id: 'en', name: 'English' },
    ];
    render(<ChoiceGroup label="Language" choices={choices} value="en" onChange={() => undefined} />);
    expect(['한국어', 'English'].map((name) => screen.getByText(name).getAttribute('lang'))).toEqual(['ko', null]);
  });
});
