import { render, screen } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { GalleryTools } from './GalleryTools.tsx';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => new EventTarget());
});

const showing = (totalCount: number, isExact: boolean) =>
  render(
    <Answering>
      <GalleryTools {...{ totalCount, isExact }} search={{}} onSearch={vi.fn()} />
    </Answering>,
  );

it('says how many pictures there are, and where counting stopped that there may be more', () => {
  const { unmount } = showing(1_234, true);
  expect(screen.getByRole('status').textContent).toBe('1,234 pictures');
  unmount();
  showing(10_000, false);
  expect(screen.getByRole('status').textContent).toBe('10,000 pictures or more');
});
