import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import type { UploadState } from '../../../lib/upload/index.ts';
import { UploadItem } from './UploadItem.tsx';

function show(state: UploadState) {
  const deeds = {
    onPause: vi.fn(),
    onResume: vi.fn(),
    onChooseAgain: vi.fn(),
    onCancel: vi.fn(),
    onRetry: vi.fn(),
    onDismiss: vi.fn(),
  };
  const upload = { id: 'u', name: 'poster.png', sizeBytes: 100, state };
  render(
    <Speak>
      <UploadItem upload={upload} words="words" {...deeds} />
    </Speak>,
  );
  return deeds;
}

describe('an upload in the list', () => {
  it('shows how far it is, and can be canceled', async () => {
    const { onCancel } = show({ kind: 'sending', sentBytes: 50 });
    expect(screen.getByRole('progressbar', { name: 'Upload of poster.png' }).getAttribute('aria-valuenow')).toBe('55');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the upload of poster.png' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('can be paused, and goes on from there', async () => {
    const { onPause } = show({ kind: 'sending', sentBytes: 50 });
    await userEvent.click(screen.getByRole('button', { name: 'Pause the upload of poster.png' }));
    expect(onPause).toHaveBeenCalledOnce();
  });

  it('that is paused or was interrupted keeps its place and says how to go on', async () => {
    const { onResume } = show({ kind: 'paused', sentBytes: 50 });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('55');
    await userEvent.click(screen.getByRole('button', { name: 'Go on with poster.png' }));
    expect(onResume).toHaveBeenCalledOnce();
    cleanup();
    const { onChooseAgain } = show({ kind: 'interrupted', sentBytes: 50 });
    await userEvent.click(screen.getByRole('button', { name: 'Choose poster.png again' }));
    expect(onChooseAgain).toHaveBeenCalledOnce();
  });

  it('that failed can be tried again or dismissed', async () => {
    const { onRetry, onDismiss } = show({ kind: 'failed', problem: { kind: 'network' } });
    await userEvent.click(screen.getByRole('button', { name: 'Try poster.png again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss poster.png' }));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(onDismiss).toHaveBeenCalledOnce();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
