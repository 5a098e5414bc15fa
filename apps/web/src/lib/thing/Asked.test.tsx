import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { GraphError } from '../graph/index.ts';
import { Speak } from '../language/testing/Speak.tsx';
import { Asked } from './Asked.tsx';

it('a thing that does not come has a page with a title, a heading, the way back, and a way to ask again', async () => {
  const error = new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a' });
  const query = { isPending: false, isError: true, error, refetch: vi.fn() };
  const words = { loading: 'Coming', failed: 'This document did not come', gone: 'Gone' };
  render(
    <Asked thing={undefined} query={query} words={words} back={<a href="/documents">Documents</a>}>
      {() => null}
    </Asked>,
    { wrapper: Speak },
  );
  expect(document.title).toContain('This document did not come');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This document did not come');
  expect(screen.getByRole('link', { name: 'Documents' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(query.refetch).toHaveBeenCalledOnce();
});
