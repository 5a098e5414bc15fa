import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Progress } from './Progress.tsx';

describe('progress', () => {
  it('goes through stages: those behind are full, those ahead are empty', () => {
    const stages = { names: ['Read', 'Translate', 'Proof'], at: 1 };
    render(<Progress label="Textbook.pdf" share={0.5} words="Page 12 of 24, about 3 min left" stages={stages} />);
    const values = screen.getAllByRole('progressbar').map((bar) => bar.getAttribute('aria-valuenow'));
    expect(values).toEqual(['100', '50', '0']);
    expect(screen.getByRole('progressbar', { name: 'Translate' }).getAttribute('aria-valuetext')).toContain('Page 12');
    expect(screen.getAllByRole('listitem')[1]?.getAttribute('aria-current')).toBe('step');
  });

  it('claims no figure while nobody can say one', () => {
    render(<Progress label="Textbook.pdf" share={null} words="Waiting" />);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('Waiting')).toBeTruthy();
  });
});
