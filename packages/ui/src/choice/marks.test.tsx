import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Checkbox } from './Checkbox.tsx';
import { RadioList } from './RadioList.tsx';
import { Switch } from './Switch.tsx';

describe('marks', () => {
  it('a checkbox is set with Space and can stand for some of many', async () => {
    const onChange = vi.fn();
    render(
      <Checkbox isSelected={false} isMixed onChange={onChange}>
        All pictures
      </Checkbox>,
    );
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'All pictures' }).indeterminate).toBe(true);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('a switch is a switch', async () => {
    const onChange = vi.fn();
    render(
      <Switch isSelected onChange={onChange}>
        Sounds
      </Switch>,
    );
    await userEvent.click(screen.getByRole('switch', { name: 'Sounds' }));
    expect(onChange).toHaveBeenCalledWith(false);
  });

  it('a list of radios carries its problem', () => {
    const choices = [{ id: 'pdf', name: 'PDF' }];
    render(
      <RadioList label="Form" choices={choices} value={null} onChange={() => undefined} problem="Choose a form." />,
    );
    expect(screen.getByRole('radiogroup', { name: 'Form' }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Choose a form.')).toBeTruthy();
  });
});
