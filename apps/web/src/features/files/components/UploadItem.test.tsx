import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import type { UploadState } from '../../../lib/upload/index.ts';
import { UploadItem } from './UploadItem.tsx';

function show(state: UploadState) {
  const deeds = {
    pause: vi.fn(),
    resume: vi.fn(),
    chooseAgain: vi.fn(),
    cancel: vi.fn(),
    retry: vi.fn(),
    dismiss: vi.fn(),
  };
  const upload = { id: 'u', name: 'poster.png', sizeBytes: 100, state };
  render(
    <Speak>
      <UploadItem upload={upload} words="words" deeds={deeds} />
    </Speak>,
  );
  return deeds;
}

describe('an upload in the list', () => {
  it('shows how far it is, and can be canceled', async () => {
    const { cancel } = show({ kind: 'sending', sentBytes: 50 });
    expect(screen.getByRole('progressbar', { name: 'Upload of poster.png' }).getAttribute('aria-valuenow')).toBe('55');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the upload of poster.png' }));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('can be paused, and goes on from there', async () => {
    const { pause } = show({ kind: 'sending', sentBytes: 50 });
    await userEvent.click(screen.getByRole('button', { name: 'Pause the upload of poster.png' }));
    expect(pause).toHaveBeenCalledOnce();
  });

  it('that is paused or was interrupted keeps its place and says how to go on', async () => {
    const { resume } = show({ kind: 'paused', sentBytes: 50 });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('55');
    await userEvent.click(screen.getByRole('button', { name: 'Go on with poster.png' }));
    expect(resume).toHaveBeenCalledOnce();
    cleanup();
    const { chooseAgain } = show({ kind: 'interrupted', sentBytes: 50 });
    await userEvent.click(screen.getByRole('button', { name: 'Choose poster.png again' }));
    expect(chooseAgain).toHaveBeenCalledOnce();
  });

  it('that failed by our fault has the trace id, to copy', () => {
    show({ kind: 'failed', problem: { kind: 'unknown', traceId: '7f3a' } });
    expect(screen.getByText('Trace id 7f3a')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
  });

  it('that failed can be tried again or dismissed', async () => {
    const { retry, dismiss } = show({ kind: 'failed', problem: { kind: 'network' } });
    await userEvent.click(screen.getByRole('button', { name: 'Try poster.png again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss poster.png' }));
    expect(retry).toHaveBeenCalledOnce();
    expect(dismiss).toHaveBeenCalledOnce();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
