import { noteOf } from './credit-words.ts';
import { describe, expect, it } from 'vitest';
import { toCsv } from './history.ts';

const entry = { createdAt: '2026-11-21T10:00:00Z', kind: 'SETTLE', amount: 0, credits: 12, balanceAfter: 88 };

describe('a note in the history', () => {
  it('is in the reader’s words, as somebody wrote it, or nothing where it is a mark of ours', () => {
    expect(noteOf('free month')).toEqual({ word: 'noteFreeMonth' });
    expect(noteOf('For the trouble last week')).toEqual({ text: 'For the trouble last week' });
    for (const mark of ['lemon-squeezy:invoice:12', 'signup:01a1', 'pack-500', null]) {
      expect(noteOf(mark)).toEqual({ text: '' });
    }
  });
});

describe('a history as CSV', () => {
  it('has a head, a line for each entry, and quotes what needs it', () => {
    expect(toCsv([{ ...entry, note: 'a "late", one' }])).toBe(
      'time,kind,credits,change,balance,note\r\n2026-11-21T10:00:00Z,SETTLE,12,0,88,"a ""late"", one"',
    );
  });

  it('starts no formula in a spreadsheet', () => {
    for (const note of ['=1+1', '+1', '-1', '@x']) expect(toCsv([{ ...entry, note }])).toContain(`,'${note}`);
  });
});
