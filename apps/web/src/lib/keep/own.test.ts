import { beforeEach, describe, expect, it, vi } from 'vitest';

const assign = vi.fn();
const stored = () => JSON.stringify({ ...localStorage });
const tellOf = (key: string) =>
  window.dispatchEvent(new StorageEvent('storage', { key: `modu.own.${key}`, storageArea: localStorage }));
const jwtOf = (sub: string) => `e30.${btoa(JSON.stringify({ sub, iat: 1_000, exp: 1_600 }))}.c2ln`;

/** A tab, or one that was loaded anew: it has a memory of its own, the storage is that of the browser. */
async function openTab() {
  vi.resetModules();
  const [own, { keepFields, keptDrafts }, { tokens }] = await Promise.all([
    import('./own.ts'),
    import('../drafts/drafts.ts'),
    import('../auth/index.ts'),
  ]);
  const letGo = vi.fn();
  own.keptOwner.subscribe(letGo);
  return {
    ...own,
    tokens,
    letGo,
    type: (text: string) => keepFields('speech', { text }),
    reads: () => keptDrafts.get().find(({ name }) => name === 'speech')?.fields['text'],
  };
}

/** A tab in which somebody has written. */
async function tabOf(person: string) {
  const tab = await openTab();
  tab.ownedBy(person);
  tab.letGo.mockClear();
  tab.type(`words of ${person}`);
  return tab;
}

beforeEach(() => {
  assign.mockReset();
  vi.stubGlobal('location', { ...location, assign });
  return () => vi.unstubAllGlobals();
});

describe('what somebody wrote in this browser', () => {
  it('is theirs when they sign in again after their session has ended, in this tab or a new one', async () => {
    const before = await tabOf('Minji');
    before.ownedBy('Minji');
    const after = await openTab();
    after.ownedBy('Minji');
    expect([before.reads(), after.reads()]).toEqual(['words of Minji', 'words of Minji']);
    expect([before.letGo, after.letGo, assign].map(({ mock }) => mock.calls)).toEqual([[], [], []]);
  });

  it('is forgotten before the next person sees a page, though nobody had signed out', async () => {
    await tabOf('Minji');
    const next = await openTab();
    next.ownedBy('Joon');
    expect(next.reads()).toBeUndefined();
    expect(stored()).not.toContain('Minji');
    expect(next.letGo).toHaveBeenCalledOnce();
    // This tab had shown nothing of hers.
    expect(assign).not.toHaveBeenCalled();
  });

  it('leaves a tab that is still open as soon as another one has learned who is here', async () => {
    const hers = await tabOf('Minji');
    const his = await tabOf('Joon');
    expect(assign).not.toHaveBeenCalled();
    tellOf('owner');
    expect(hers.letGo).toHaveBeenCalled();
    expect(assign).toHaveBeenCalledWith('/');
    expect(his.reads()).toBe('words of Joon');
  });

  it('leaves an open tab, too, whose next token is of somebody else', async () => {
    const hers = await tabOf('Minji');
    vi.stubGlobal('fetch', async () => Response.json({ token: jwtOf('Joon') }));
    await hers.tokens.get();
    expect(stored()).not.toContain('words of Minji');
    expect(hers.letGo).toHaveBeenCalledOnce();
    expect(assign).toHaveBeenCalledExactlyOnceWith('/');
  });

  it('is forgotten at sign-out; a tab that slept through it takes nothing from the next person', async () => {
    const asleep = await tabOf('Minji');
    const awake = await openTab();
    awake.ownedBy('Minji');
    awake.forgetOwn();
    expect(stored()).toBe('{}');
    awake.ownedBy('Joon');
    awake.type('words of Joon');
    asleep.forgetOwn();
    expect(awake.reads()).toBe('words of Joon');
  });
});
