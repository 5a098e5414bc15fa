import { describe, expect, it, vi } from 'vitest';
import { createKeptValue } from './kept-value.ts';
import { forgetOwn } from './own.ts';

const parse = (stored: unknown) => (typeof stored === 'string' ? stored : 'default');

describe('a kept value', () => {
  it('is there after a reload', () => {
    createKeptValue({ key: 'k', parse }).set('typed');
    expect(createKeptValue({ key: 'k', parse }).get()).toBe('typed');
  });

  it.each(['{broken', '42', 'null'])('takes its default when %s is stored', (stored) => {
    localStorage.setItem('k', stored);
    expect(createKeptValue({ key: 'k', parse }).get()).toBe('default');
  });

  it('hears of another tab', () => {
    const kept = createKeptValue({ key: 'k', parse });
    const listener = vi.fn();
    const stop = kept.subscribe(listener);
    localStorage.setItem('k', '"elsewhere"');
    window.dispatchEvent(new StorageEvent('storage', { key: 'k', storageArea: localStorage }));
    expect(kept.get()).toBe('elsewhere');
    expect(listener).toHaveBeenCalledOnce();
    stop();
  });

  it('is forgotten at sign-out when a person wrote it, and kept when it is a setting of the browser', () => {
    const draft = createKeptValue({ key: 'modu.own.words', parse });
    const theme = createKeptValue({ key: 'modu.look', parse });
    draft.set('private');
    theme.set('dark');
    forgetOwn();
    expect([draft.get(), theme.get()]).toEqual(['default', 'dark']);
    expect(JSON.stringify({ ...localStorage })).not.toContain('private');
  });

  it('works on when storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const kept = createKeptValue({ key: 'k', parse });
    kept.set('typed');
    expect(kept.get()).toBe('typed');
  });
});
