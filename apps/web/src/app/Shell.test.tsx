import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Answering } from '../lib/graph/testing/Answering.tsx';
import { Shell } from './Shell.tsx';

const drawn = vi.hoisted(() => ({ rail: 0, tray: 0 }));
vi.mock('./Rail.tsx', () => ({
  Rail: () => {
    drawn.rail += 1;
    return <nav />;
  },
}));
vi.mock('../features/queue/index.ts', () => ({
  JobTray: () => {
    drawn.tray += 1;
    return null;
  },
  QueueDrawer: () => null,
  useIsBeginner: () => false,
}));
vi.mock('./JobsEar.tsx', () => ({ JobsEar: () => null }));

beforeEach(() => Object.assign(drawn, { rail: 0, tray: 0 }));

it('draws what stands around the work once, whichever page comes into it', async () => {
  const studio = (page: string) => (
    <Answering>
      <Shell>
        <h1>{page}</h1>
      </Shell>
    </Answering>
  );
  const { rerender } = render(studio('Create'));
  await screen.findByRole('heading', { name: 'Create' });
  const before = { ...drawn };
  rerender(studio('Gallery'));
  await screen.findByRole('heading', { name: 'Gallery' });
  expect(drawn).toEqual(before);
});
