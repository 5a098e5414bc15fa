import { describe, expect, it } from 'vitest';
import { nextUploads } from './next-uploads.ts';
import type { UploadState } from './upload-state.ts';

const limits = { runningMax: 2, smallRunningMax: 4 };
const NOTE = 32_000;
const FILM = 900_000_000;
const entry = (sizeBytes: number, kind: 'waiting' | 'checking' | 'done') => {
  const state: UploadState = kind === 'done' ? { kind, assetId: 'stored' } : { kind };
  return { upload: { id: crypto.randomUUID(), name: kind, sizeBytes, state } };
};
const many = (count: number, ...[sizeBytes, kind]: Parameters<typeof entry>) =>
  Array.from({ length: count }, () => entry(sizeBytes, kind));

describe('what is sent next', () => {
  it('small files go four at a time, large ones two', () => {
    expect(nextUploads(many(200, NOTE, 'waiting'), limits)).toHaveLength(4);
    expect(nextUploads(many(5, FILM, 'waiting'), limits)).toHaveLength(2);
  });

  it('a small one does not crowd a large one that is under way, and none overtakes one that was added before it', () => {
    const film = [entry(FILM, 'checking')];
    expect(nextUploads([...film, ...many(9, NOTE, 'waiting')], limits)).toHaveLength(1);
    const notes = many(3, NOTE, 'checking');
    expect(nextUploads([...notes, entry(FILM, 'waiting'), entry(NOTE, 'waiting')], limits)).toEqual([]);
  });

  it('what has ended takes no place', () => {
    expect(nextUploads([...many(190, NOTE, 'done'), ...many(10, NOTE, 'waiting')], limits)).toHaveLength(4);
  });
});
