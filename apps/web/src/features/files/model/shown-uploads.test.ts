import { describe, expect, it } from 'vitest';
import type { Upload, UploadState } from '../../../lib/upload/index.ts';
import { shownUploads } from './shown-uploads.ts';

const upload = (name: string, state: UploadState): Upload => ({ id: name, name, sizeBytes: 9, state });
const done = { kind: 'done', assetId: 'stored' } as const;

describe('the uploads that are shown', () => {
  it('are all, in their order, as long as they are few', () => {
    const few = [upload('c', { kind: 'waiting' }), upload('b', { kind: 'checking' }), upload('a', done)];
    expect(shownUploads(few)).toBe(few);
  });

  it('of many are what needs the viewer, what is under way, and what is next', () => {
    const many = [
      upload('e', { kind: 'waiting' }),
      upload('d', { kind: 'waiting' }),
      upload('c', { kind: 'checking' }),
      upload('b', { kind: 'failed', problem: { kind: 'network' } }),
      upload('a', done),
    ];
    expect(shownUploads(many, 4).map(({ name }) => name)).toEqual(['b', 'c', 'd', 'e']);
  });
});
