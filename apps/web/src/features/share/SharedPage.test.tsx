import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VisitedImageDocument } from '../../lib/graph/generated/graphql.ts';
import { GraphError } from '../../lib/graph/graph-error.ts';
import { request } from '../../lib/graph/request.ts';
import { Answering } from '../../lib/graph/testing/Answering.tsx';
import { SharedPage } from './SharedPage.tsx';

vi.mock('../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const WORDS = 'This link needs a password.';
const refusal = (parts: object) => ({ openShare: { __typename: 'Refusal', path: ['password'], ...parts } });
const answer = (parts: object) => vi.mocked(request).mockResolvedValueOnce(refusal(parts));

beforeEach(() => {
  vi.mocked(request).mockReset();
});

const PICTURE = {
  ...{
    title: 'Evening',
    prompt: null,
    width: 4,
    height: 3,
    thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
    viewsLeft: null,
  },
  ...{ url: 'https://bucket.test/a.png', downloadUrl: 'https://bucket.test/a.png?old', visit: 'first look' },
};
const shows = (visit = PICTURE.visit) =>
  vi.mocked(request).mockResolvedValueOnce({ openShare: { __typename: 'SharedImage', ...PICTURE, visit } });
const gone = { __typename: 'Refusal', code: 'NOT_FOUND', message: 'This link shows nothing any more.' };

describe('the file of a shared picture', () => {
  const assign = vi.fn();
  const again = (visitedImage: object) => vi.mocked(request).mockResolvedValueOnce({ visitedImage });
  const fresh = { __typename: 'SharedImage', downloadUrl: 'https://bucket.test/a.png?new' };
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const open = async () => {
    vi.stubGlobal('location', { assign });
    shows();
    render(
      <Answering>
        <SharedPage token="token" />
      </Answering>,
    );
    await screen.findByRole('heading', { name: 'Evening' });
  };
  beforeEach(() => assign.mockReset());
  afterEach(() => vi.unstubAllGlobals());

  it('comes by an address of that moment, however long the page has been open, and that is no further view', async () => {
    await open();
    again(fresh);
    await press('Download');
    await waitFor(() => expect(assign).toHaveBeenCalledWith(fresh.downloadUrl));
    expect(vi.mocked(request).mock.lastCall).toEqual([VisitedImageDocument, { visit: 'first look' }]);
  });

  it('takes another look at the link when the first one is long over', async () => {
    await open();
    again(gone);
    shows('second look');
    again(fresh);
    await press('Download');
    await waitFor(() => expect(assign).toHaveBeenCalledWith(fresh.downloadUrl));
    expect(vi.mocked(request).mock.lastCall).toEqual([VisitedImageDocument, { visit: 'second look' }]);
  });

  it('that cannot be had says why beside the button, which can be pressed again', async () => {
    await open();
    again(gone);
    vi.mocked(request).mockResolvedValueOnce({ openShare: gone });
    await press('Download');
    expect((await screen.findByRole('alert')).textContent).toContain('This link shows nothing any more.');
    again(fresh);
    await press('Try again');
    await waitFor(() => expect(assign).toHaveBeenCalledOnce());
  });
});

describe('a link with a password', () => {
  const open = async () => {
    answer({ code: 'FORBIDDEN', message: WORDS });
    render(
      <Answering>
        <SharedPage token="token" />
      </Answering>,
    );
    await screen.findByRole('heading', { name: WORDS });
    await userEvent.type(screen.getByLabelText('Password'), 'persimon');
  };
  const tryIt = () => userEvent.click(screen.getByRole('button', { name: 'Open' }));

  it('that was wrong says so beside the field, which keeps what was typed and has focus', async () => {
    await open();
    answer({ code: 'FORBIDDEN', message: 'That is not the password.' });
    await tryIt();
    expect((await screen.findByRole('alert')).textContent).toBe('That is not the password.');
    const field = screen.getByLabelText('Password');
    expect(field).toHaveProperty('value', 'persimon');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('heading', { name: WORDS })).toBeTruthy();
  });

  it('that is right shows what it is to, and focus is on the page', async () => {
    await open();
    shows();
    await tryIt();
    expect(await screen.findByRole('heading', { name: 'Evening' })).toBeTruthy();
    expect(screen.queryByLabelText('Password')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('that was tried too often says so and cannot be tried at once; the question stays', async () => {
    await open();
    answer({ code: 'RATE_LIMITED', message: 'Too many tries.', path: ['token'], retryAfterMs: 900_000 });
    await tryIt();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Too many tries.'));
    expect(screen.getByRole('button', { name: 'Open' })).toHaveProperty('disabled', true);
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'persimon');
  });

  it('stays when the line is cut during a try', async () => {
    await open();
    vi.mocked(request).mockRejectedValueOnce(new Error('cut'));
    await tryIt();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('The link could not be opened.'));
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'persimon');
  });
});

it('a link that does not open by our fault says so aloud, with the trace id to copy', async () => {
  vi.mocked(request).mockRejectedValueOnce(new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a' }));
  render(
    <Answering>
      <SharedPage token="token" />
    </Answering>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('The link could not be opened.');
  expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
  shows();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Evening' })).toBeTruthy();
});
