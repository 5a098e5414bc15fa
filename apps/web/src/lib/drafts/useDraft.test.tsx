import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetOwn } from '../keep/own.ts';
import { keepFields, keptDrafts } from './drafts.ts';
import { useDraft } from './useDraft.ts';

const EMPTY = { organisation: '', people: '10' };
const open = (name = 'enterprise', initial = EMPTY) => renderHook(() => useDraft(name, initial)).result;

beforeEach(() => act(() => forgetOwn()));

describe('a form that somebody has begun', () => {
  it('is as it was left when it is opened again', () => {
    const first = open();
    act(() => first.current.change({ organisation: 'Seoul Braille Library' }));
    expect(first.current.fields).toEqual({ organisation: 'Seoul Braille Library', people: '10' });
    expect(open().current.fields).toEqual(first.current.fields);
    expect(localStorage.getItem('modu.own.drafts')).toContain('Seoul Braille Library');
  });

  it('keeps what was written into another field of it in another tab', () => {
    const form = open();
    localStorage.setItem('modu.own.drafts', '[{"name":"enterprise","fields":{"people":"7"}}]');
    act(() => form.current.change({ organisation: 'Busan' }));
    expect(form.current.fields).toEqual({ organisation: 'Busan', people: '7' });
  });

  it('is empty once it was sent, and at a sign-out nothing of it stays', () => {
    const form = open();
    act(() => form.current.change({ people: '200' }));
    act(() => form.current.forget());
    expect(form.current.fields).toEqual(EMPTY);
    act(() => form.current.change({ people: '300' }));
    act(() => forgetOwn());
    expect(open().current.fields).toEqual(EMPTY);
    expect(JSON.stringify({ ...localStorage })).not.toContain('300');
  });

  it('is none any more when it says again what it began with, so that what is saved elsewhere shows', () => {
    const form = open();
    act(() => form.current.change({ people: '200' }));
    expect(form.current.isChanged).toBe(true);
    act(() => form.current.change({ people: '10' }));
    expect([form.current.isChanged, keptDrafts.get()]).toEqual([false, []]);
    expect(open('enterprise', { ...EMPTY, people: '30' }).current.fields.people).toBe('30');
  });

  it('shows of an older form only the fields it still has', () => {
    act(() => keepFields('enterprise', { people: '4', fax: '02-555' }));
    expect(open().current.fields).toEqual({ organisation: '', people: '4' });
  });

  it('is one of twenty at most: the one touched longest ago goes', () => {
    act(() => {
      for (let n = 0; n < 21; n += 1) keepFields(`block ${n}`, { text: String(n) });
    });
    expect(keptDrafts.get()).toHaveLength(20);
    expect(open('block 0', { ...EMPTY }).current.fields).toEqual(EMPTY);
  });

  it('is begun anew where something else than drafts was stored', () => {
    localStorage.setItem('modu.own.drafts', '[{"name":"enterprise","fields":{"people":7}},3,null]');
    act(
      () =>
        void window.dispatchEvent(new StorageEvent('storage', { key: 'modu.own.drafts', storageArea: localStorage })),
    );
    expect(open().current.fields).toEqual(EMPTY);
  });
});
