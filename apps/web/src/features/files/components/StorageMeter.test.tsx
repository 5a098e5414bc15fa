import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { StorageMeter } from './StorageMeter.tsx';

const show = (usedBytes: number, quotaBytes: number) =>
  render(
    <Speak>
      <StorageMeter usedBytes={usedBytes} quotaBytes={quotaBytes} />
    </Speak>,
  );

describe('the room that files take', () => {
  it('is told in words and as a meter', () => {
    show(250_000_000, 1_000_000_000);
    const meter = screen.getByRole('meter', { name: 'Storage' });
    expect(meter.getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText('250 MB of 1 GB used')).toBeTruthy();
    expect(screen.queryByText(/over its limit/)).toBeNull();
  });

  it('comes with a warning when a smaller plan left too many files', () => {
    show(3_000_000_000, 1_000_000_000);
    expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('100');
    expect(screen.getByText(/over its limit/)).toBeTruthy();
  });
});
