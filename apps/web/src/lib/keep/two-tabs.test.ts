import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A tab has a memory of its own; the storage is that of the browser. */
async function openTab() {
  vi.resetModules();
  const [drafts, uploads] = await Promise.all([import('../drafts/drafts.ts'), import('../upload/kept-uploads.ts')]);
  const kept = uploads.openKeptUploads();
  return {
    type: (name: string, text: string) => drafts.keepFields(name, { text }),
    reads: (name: string) => drafts.fieldsOf(drafts.keptDrafts.get(), { name, initial: { text: '' } }).text,
    beginsUpload: (key: string) => kept.set(uploads.withKept(kept.get(), { ...UPLOAD, key })),
    couldResume: () => kept.get().map(({ key }) => key),
  };
}

const UPLOAD = { assetId: 'a', name: 'film.mp4', sizeBytes: 9, lastModified: 1, sha256: 'ab', sentBytes: 3 };

describe('two tabs of one browser', () => {
  let here: Awaited<ReturnType<typeof openTab>>;
  let there: Awaited<ReturnType<typeof openTab>>;
  beforeEach(async () => {
    here = await openTab();
    there = await openTab();
  });

  it('find what was written in the other one, also when nothing in them listened meanwhile', () => {
    here.type('speech', 'A long text');
    expect(there.reads('speech')).toBe('A long text');
  });

  it('keep what was written in the other one when they write themselves', () => {
    here.type('block 7', 'half a correction');
    there.type('speech', 'A');
    expect([here, there].map((tab) => [tab.reads('block 7'), tab.reads('speech')])).toEqual([
      ['half a correction', 'A'],
      ['half a correction', 'A'],
    ]);
  });

  it('remember the uploads of both, so that a reload can take up either', async () => {
    here.beginsUpload('here');
    there.beginsUpload('there');
    here.beginsUpload('here');
    expect((await openTab()).couldResume()).toEqual(['there', 'here']);
  });
});
