import { describe, expect, it } from 'vitest';
import type { Hold } from './hold.ts';
import { decideHold, decideSettle } from './hold-rules.ts';

const request = { jobId: 'j', userId: 'u', amount: 10, expiresInSeconds: 20 };
const open: Hold = {
  jobId: 'j',
  userId: 'u',
  amount: 10,
  settledAmount: 0,
  refundedAmount: 0,
  status: 'OPEN',
  givenBack: false,
  expiresAt: new Date(0),
  parts: [],
};
const settled: Hold = { ...open, status: 'SETTLED', settledAmount: 6 };
const released: Hold = { ...open, status: 'RELEASED' };

describe('a request to hold credits', () => {
  it('opens a hold when there is none and the balance allows', () => {
    expect(decideHold(request, undefined, 10)).toBe('open');
    expect(decideHold(request, undefined, 9)).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      params: { needed: 10, available: 9 },
    });
  });

  it('never takes credits twice, even when nothing is left', () => {
    expect(decideHold(request, open, 0)).toBe('extend');
    expect(decideHold(request, settled, 0)).toBe('unchanged');
  });

  it('sets aside anew what was released, if the balance allows', () => {
    expect(decideHold(request, released, 10)).toBe('reopen');
    expect(decideHold(request, released, 9)).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
  });

  it('is a conflict with another amount or person, whatever became of the hold', () => {
    for (const hold of [open, settled, released]) {
      expect(decideHold({ ...request, amount: 11 }, hold, 100)).toMatchObject({ code: 'CONFLICT' });
      expect(decideHold({ ...request, userId: 'other' }, hold, 100)).toMatchObject({ code: 'CONFLICT' });
    }
  });
});

describe('a settlement', () => {
  it('spends all or part and gives back the rest', () => {
    expect(decideSettle(open, 10, 0)).toEqual({ kind: 'settle', spend: 10, giveBack: 0 });
    expect(decideSettle(open, 4, 0)).toEqual({ kind: 'settle', spend: 4, giveBack: 6 });
  });

  it('never spends more than was held', () => {
    for (const hold of [open, settled, released]) {
      expect(decideSettle(hold, 11, 100)).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('is the same when it comes again, and a conflict with another amount', () => {
    expect(decideSettle(settled, 6, 0)).toEqual({ kind: 'unchanged' });
    expect(decideSettle(settled, 5, 0)).toMatchObject({ code: 'CONFLICT' });
  });

  it('charges anew what expired meanwhile, if it can', () => {
    expect(decideSettle(released, 6, 6)).toEqual({ kind: 'recharge', spend: 6 });
    expect(decideSettle(released, 6, 5)).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
  });

  it('takes nothing of what was given back', () => {
    expect(decideSettle({ ...released, givenBack: true }, 6, 100)).toMatchObject({ code: 'ALREADY_FINISHED' });
  });
});
