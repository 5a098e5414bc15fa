import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ToastRegion } from './ToastRegion.tsx';
import { showToast, toasts } from './toast-queue.ts';

describe('a toast', () => {
  it('tells, offers one thing to do, and goes when it is done', async () => {
    const onAction = vi.fn();
    render(<ToastRegion label="Messages" closeLabel="Close" />);
    act(() => void showToast({ tone: 'positive', words: 'Moved to the bin', action: { label: 'Undo', onAction } }));
    expect(screen.getByRole('region', { name: 'Messages' })).toBeTruthy();
    expect(screen.getByText('Moved to the bin')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onAction).toHaveBeenCalledOnce();
    expect(screen.queryByText('Moved to the bin')).toBeNull();
  });

  it('goes by itself, but not while it tells of something under way', () => {
    vi.useFakeTimers();
    render(<ToastRegion label="Messages" closeLabel="Close" />);
    act(() => {
      showToast({ tone: 'positive', words: 'Moved to the bin' });
      showToast({ tone: 'info', words: 'Packing', stays: true });
    });
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText('Moved to the bin')).toBeNull();
    expect(screen.getByText('Packing')).toBeTruthy();
    act(() => toasts.clear());
    vi.useRealTimers();
  });

  it('can be taken back by the one who said it', () => {
    render(<ToastRegion label="Messages" closeLabel="Close" />);
    let takeBack: () => void = () => undefined;
    act(() => {
      takeBack = showToast({ tone: 'caution', words: 'Still uploading' });
    });
    act(() => takeBack());
    expect(screen.queryByText('Still uploading')).toBeNull();
  });
});
