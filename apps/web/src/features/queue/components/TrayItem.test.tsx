import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { jobOf } from '../testing/job-of.ts';
import { TrayItem } from './TrayItem.tsx';

describe('a job in the tray', () => {
  it('tells its words and progress, and can be shown and canceled by name', async () => {
    const [onShow, onCancel] = [vi.fn(), vi.fn()];
    const job = jobOf({ status: 'RUNNING', progress: 0.35, preview: 'data:image/webp;base64,AA' });
    render(
      <Speak locale="ko">
        <TrayItem
          job={job}
          caption="감나무"
          words="20단계 중 7단계"
          onShow={onShow}
          onCancel={onCancel}
          onDismiss={() => undefined}
          isCanceling={false}
        />
      </Speak>,
    );
    expect(screen.getByRole('progressbar', { name: '감나무 진행 상황' }).getAttribute('aria-valuetext')).toBe(
      '20단계 중 7단계',
    );
    await userEvent.click(screen.getByRole('button', { name: /^감나무\s*20단계/ }));
    await userEvent.click(screen.getByRole('button', { name: '감나무 취소하기' }));
    expect(onShow).toHaveBeenCalledOnce();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('that is being canceled keeps its button, so that focus stays in it', async () => {
    const onCancel = vi.fn();
    const deeds = { onShow: () => undefined, onCancel, onDismiss: () => undefined, isCanceling: true };
    render(
      <Speak>
        <TrayItem job={jobOf({ status: 'RUNNING' })} caption="Persimmon tree" words="Step 7" {...deeds} />
      </Speak>,
    );
    const cancel = screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel Persimmon tree' });
    await userEvent.click(cancel);
    expect(document.activeElement).toBe(cancel);
    expect([cancel.disabled, onCancel.mock.calls]).toEqual([false, []]);
  });

  it('that failed says why and can be dismissed', async () => {
    const onDismiss = vi.fn();
    const deeds = { onShow: () => undefined, onCancel: () => undefined, onDismiss, isCanceling: false };
    render(
      <Speak>
        <TrayItem job={jobOf({ status: 'FAILED' })} caption="Persimmon tree" words="The engine stopped." {...deeds} />
      </Speak>,
    );
    expect(screen.getByText('The engine stopped.')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss Persimmon tree' }));
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('that failed by our fault has the trace id to quote', () => {
    const deeds = {
      onShow: () => undefined,
      onCancel: () => undefined,
      onDismiss: () => undefined,
      isCanceling: false,
    };
    const error = { code: 'ENGINE_TIMEOUT', message: 'The engine stopped.', retryable: true, traceId: '7f3a' };
    render(
      <Speak>
        <TrayItem job={jobOf({ status: 'FAILED', error })} caption="Pond" words="The engine stopped." {...deeds} />
      </Speak>,
    );
    expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
  });
});
