import { announce } from '@modu/ui';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadWords } from '../../../lib/language/index.ts';
import { hearEnd } from './upload-voice.ts';

vi.mock('@modu/ui', () => ({ announce: vi.fn() }));

beforeEach(async () => {
  await loadWords('files');
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const failed = (n: number, problem: { readonly kind: 'network' } | { readonly kind: 'empty' }) =>
  hearEnd({ id: String(n), name: `${n}.png`, sizeBytes: 1, state: { kind: 'failed', problem } });

it('what failed for one reason is one sentence, however many files it was', () => {
  for (let n = 0; n < 100; n++) failed(n, { kind: 'network' });
  failed(100, { kind: 'empty' });
  hearEnd({ id: 'a', name: 'a.png', sizeBytes: 1, state: { kind: 'done', assetId: 'a' } });
  vi.advanceTimersByTime(1_000);
  expect(vi.mocked(announce).mock.calls.map(([sentence]) => sentence)).toEqual([
    '100 files were not stored: The connection was cut. Nothing was stored; try again.',
    '100.png was not stored: The file is empty.',
    'a.png is stored',
  ]);
});
