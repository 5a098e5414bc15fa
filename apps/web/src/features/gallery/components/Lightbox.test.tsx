import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { StarImagesDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { keptSingleKeys } from '../../../lib/keyboard/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { chunkQuery } from '../hooks/chunk-query.ts';
import { cutChunks } from '../model/chunks.ts';
import { Lightbox } from './Lightbox.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));
vi.mock('../../../lib/toasts/index.ts', () => ({ toast: vi.fn() }));

const CONTENT = { filter: {}, sort: 'NEWEST' } as const;
const CHUNKS = cutChunks({ days: ['2026-11-02'], counts: [1] }, { inPages: false });
const TILE: TilePartsFragment = {
  ...{ __typename: 'Image', id: 'p0', thumbnailUrl: '/small.webp', thumbhash: '', width: 300, height: 200 },
  ...{ title: 'A pond', prompt: null, starred: false, createdAt: '2026-11-02T00:00:00.000Z' },
};

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const [chunk] = CHUNKS;
  if (chunk) client.setQueryData(chunkQuery(CONTENT, chunk).queryKey, [TILE]);
  const onOpenChange = vi.fn();
  render(
    <Answering client={client}>
      <Lightbox isOpen onOpenChange={onOpenChange} content={CONTENT} chunks={CHUNKS} place={0} onPlace={vi.fn()} />
    </Answering>,
  );
  return onOpenChange;
}

beforeEach(() => {
  vi.mocked(request).mockReset();
});

it('shows what the wall knows of a picture until the picture itself has come', () => {
  vi.mocked(request).mockReturnValue(new Promise(() => undefined));
  open();
  // A screen reader that comes to the dialog says which picture it is, and says it once.
  expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'A pond' }));
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByRole('link', { name: 'Settings of this picture' })).toHaveProperty('pathname', '/gallery/p0');
});

it('says when the picture does not come, and asks again', async () => {
  vi.mocked(request).mockRejectedValueOnce(new Error('cut'));
  open();
  await screen.findByRole('alert');
  vi.mocked(request).mockResolvedValueOnce({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('img', { name: 'A pond' })).getAttribute('src')).toBe('/large.webp');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('that does not come is not held by the mouse that presses to ask again, however close one has come', async () => {
  const held = vi.fn();
  HTMLElement.prototype.setPointerCapture = held;
  const failing = Promise.withResolvers<never>();
  vi.mocked(request).mockReturnValueOnce(failing.promise);
  open();
  await userEvent.keyboard('+');
  failing.reject(new Error('cut'));
  await screen.findByRole('alert');
  vi.mocked(request).mockReturnValue(new Promise(() => undefined));
  await userEvent.pointer({ keys: '[MouseLeft]', target: screen.getByRole('button', { name: 'Try again' }) });
  expect(held).not.toHaveBeenCalled();
});

it('has its star at once; when the API fails the star is back where it was, and it says so', async () => {
  let fail: (problem: Error) => void = () => undefined;
  vi.mocked(request).mockImplementation((document) =>
    (document as unknown) === StarImagesDocument
      ? new Promise((_, reject) => (fail = reject))
      : Promise.resolve({ image: { ...TILE, url: '/original.png', large: '/large.webp' } }),
  );
  open();
  await screen.findByRole('img', { name: 'A pond' });
  await userEvent.click(screen.getByRole('button', { name: 'Star' }));
  expect(await screen.findByRole('button', { name: 'Take the star away' })).toBeTruthy();
  fail(new Error('cut'));
  expect(await screen.findByRole('button', { name: 'Star' })).toBeTruthy();
  expect(toast).toHaveBeenCalledExactlyOnceWith({ tone: 'negative', words: 'cut' });
});

const comeCloser = async () => {
  await screen.findByRole('img', { name: 'A pond' });
  await userEvent.keyboard('+');
};

it('is shown at the size of a window; in full to who comes closer, and from then on', async () => {
  vi.mocked(request).mockResolvedValue({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  open();
  const source = async () => (await screen.findByRole('img', { name: 'A pond' })).getAttribute('src');
  expect(await source()).toBe('/large.webp');
  expect(document.querySelector('[src="/original.png"]')).toBeNull();
  await userEvent.keyboard('+');
  expect(await source()).toBe('/original.png');
  await userEvent.keyboard('0');
  expect(await source()).toBe('/original.png');
});

it('is moved by the arrows where it is larger than the window', async () => {
  vi.mocked(request).mockResolvedValue({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  open();
  await comeCloser();
  const stage = document.querySelector('.lightbox__stage') ?? document.body;
  vi.spyOn(stage, 'clientWidth', 'get').mockReturnValue(1_000);
  vi.spyOn(stage, 'clientHeight', 'get').mockReturnValue(500);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowDown}');
  expect([stage.scrollLeft, stage.scrollTop]).toEqual([200, 100]);
});

/** A stage of 1000 by 500 in which the picture is as large as the zoom says; jsdom lays nothing out. */
function layOut() {
  const find = (part: string) => document.querySelector<HTMLElement>(`.lightbox__${part}`) ?? document.body;
  const [stage, frame] = [find('stage'), find('frame')];
  const box = (left: number, top: number, width: number, height: number) => new DOMRect(left, top, width, height);
  const zoom = () => Number(frame.style.getPropertyValue('--zoom'));
  vi.spyOn(stage, 'clientWidth', 'get').mockReturnValue(1_000);
  vi.spyOn(stage, 'clientHeight', 'get').mockReturnValue(500);
  vi.spyOn(stage, 'getBoundingClientRect').mockImplementation(() => box(0, 0, 1_000, 500));
  vi.spyOn(frame, 'getBoundingClientRect').mockImplementation(() =>
    box(-stage.scrollLeft, -stage.scrollTop, 1_000 * zoom(), 500 * zoom()),
  );
  return { stage, zoom };
}

it('comes closer to the middle by keys, to what is pointed at by a double click and by the wheel', async () => {
  vi.mocked(request).mockResolvedValue({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  open();
  await screen.findByRole('img', { name: 'A pond' });
  const { stage, zoom } = layOut();
  await userEvent.keyboard('+');
  expect([zoom(), stage.scrollLeft, stage.scrollTop]).toEqual([1.5, 250, 125]);
  await userEvent.keyboard('0');
  Object.assign(stage, { scrollLeft: 0, scrollTop: 0 });
  fireEvent.doubleClick(stage, { clientX: 800, clientY: 100 });
  expect([zoom(), stage.scrollLeft, stage.scrollTop]).toEqual([2.5, 1_200, 150]);
  const wheel = new WheelEvent('wheel', { deltaY: -500, clientX: 800, clientY: 100, cancelable: true, bubbles: true });
  act(() => void stage.dispatchEvent(wheel));
  expect([zoom(), wheel.defaultPrevented]).toEqual([2.5 * 2 ** 0.5, true]);
  expect((stage.scrollLeft + 800) / zoom()).toBeCloseTo(800);
});

it('is drawn along by the mouse where it is larger than the window', async () => {
  vi.mocked(request).mockResolvedValue({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  open();
  await screen.findByRole('img', { name: 'A pond' });
  const { stage } = layOut();
  const drag = (pointerType: string) => {
    fireEvent.pointerDown(stage, { pointerType, button: 0, pointerId: 1, clientX: 500, clientY: 300 });
    fireEvent.pointerMove(stage, { pointerId: 1, buttons: 1, clientX: 440, clientY: 280 });
    fireEvent.pointerUp(stage, { pointerId: 1, clientX: 440, clientY: 280 });
    fireEvent.pointerMove(stage, { pointerId: 1, clientX: 100, clientY: 100 });
    return [stage.scrollLeft, stage.scrollTop];
  };
  Object.assign(stage, { setPointerCapture: vi.fn() });
  expect(drag('mouse')).toEqual([0, 0]);
  await userEvent.keyboard('+');
  expect(drag('mouse')).toEqual([310, 145]);
  expect(drag('touch')).toEqual([310, 145]);
});

it('goes at the first Escape, also while the name of a button shows', async () => {
  vi.mocked(request).mockResolvedValue({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  const onOpenChange = open();
  await screen.findByRole('img', { name: 'A pond' });
  await userEvent.tab();
  expect(await screen.findByText('Close', { selector: '.ui-tooltip' })).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
});

it('leaves letters and signs alone for those who turned them off', async () => {
  vi.mocked(request).mockResolvedValue({ image: { ...TILE, url: '/original.png', large: '/large.webp' } });
  open();
  keptSingleKeys.set(false);
  await comeCloser();
  await userEvent.keyboard('s');
  expect(document.querySelector('[data-zoomed="true"]')).toBeNull();
  expect(request).not.toHaveBeenCalledWith(StarImagesDocument, expect.anything());
  keptSingleKeys.set(true);
});
