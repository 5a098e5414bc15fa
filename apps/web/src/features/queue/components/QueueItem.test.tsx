import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { jobOf } from '../testing/job-of.ts';
import { QueueItem } from './QueueItem.tsx';

const deeds = () => ({ onShow: vi.fn(), onCancel: vi.fn(), onRetry: vi.fn(), isBusy: false });

describe('a job in the drawer', () => {
  it('that is under way says what it will cost and can be canceled', async () => {
    const does = deeds();
    const job = jobOf({ status: 'RUNNING', quotedCredits: 3 });
    render(
      <Speak>
        <QueueItem job={job} caption="A tree" words="Step 2 of 8" {...does} />
      </Speak>,
    );
    expect(screen.getByText('3 credits set aside')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try A tree again' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel A tree' }));
    expect(does.onCancel).toHaveBeenCalledOnce();
  });

  it('that failed says when its credits are back, and can be tried again', async () => {
    const does = deeds();
    const failed = jobOf({ status: 'FAILED', quotedCredits: 1 });
    const { rerender } = render(
      <Speak>
        <QueueItem job={failed} caption="A tree" words="The engine stopped." {...does} />
      </Speak>,
    );
    expect(screen.getByText('1 credit on its way back')).toBeTruthy();
    rerender(
      <Speak>
        <QueueItem job={{ ...failed, creditsFinal: true }} caption="A tree" words="The engine stopped." {...does} />
      </Speak>,
    );
    expect(screen.getByText('1 credit given back')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try A tree again' }));
    expect(does.onRetry).toHaveBeenCalledOnce();
    expect(screen.queryByText(/Trace id/u)).toBeNull();
  });

  it('that failed has the id to quote, where one is known, and a button that copies it', async () => {
    const hands = userEvent.setup();
    const error = { code: 'ENGINE_FAILED', message: 'The engine stopped.', retryable: true, traceId: '7f3a' };
    render(
      <Speak>
        <QueueItem job={jobOf({ status: 'FAILED', error })} caption="A tree" words={error.message} {...deeds()} />
      </Speak>,
    );
    expect(screen.getByText('Trace id 7f3a')).toBeTruthy();
    await hands.click(screen.getByRole('button', { name: 'Copy trace id' }));
    expect(await navigator.clipboard.readText()).toBe('7f3a');
  });
});
