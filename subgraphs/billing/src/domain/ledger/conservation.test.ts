import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerStory, toCommand } from '../../../testing/ledger-steps.ts';
import { openPaperLedger, sumUp } from '../../../testing/paper-ledger.ts';
import type { AccountBook } from './book.ts';

const START = new Date('2026-11-20T09:00:00Z');
/** `FC_RUNS` and `FC_SEED` in the environment lengthen a run or bring one back. */
const numRuns = Number(process.env['FC_RUNS'] ?? 10_000);
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);

function problemsOf(book: AccountBook): string[] {
  const { granted, spent, expired, revoked, available, held, entries } = sumUp(book);
  const grants = [...book.grants.values()];
  const open = [...book.holds.values()].filter(({ status }) => status === 'OPEN');
  const spentParts = [...book.holds.values()]
    .filter(({ status }) => status === 'SETTLED')
    .flatMap(({ parts }) => parts);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const truths: readonly (readonly [string, boolean])[] = [
    [
      'granted = available + held + spent + expired + revoked',
      granted === available + held + spent + expired + revoked,
    ],
    ['entries add up to zero', entries === 0],
    ['balances follow from entries', available === book.available && held === book.held],
    ['nothing is negative', Math.min(book.available, book.held, spent, expired, revoked) >= 0],
    ['what is available lies in grants', sum(grants.map(({ remaining }) => remaining)) === available],
    ['what is held lies in open holds', sum(open.map(({ amount }) => amount)) === held],
    [
      'holds are made of their parts',
      open.every(({ amount, parts }) => amount === sum(parts.map((part) => part.amount))),
    ],
    ['what is spent lies in settled holds', sum(spentParts.map(({ amount }) => amount)) === spent],
    [
      'no grant gives more than it has',
      grants.every((one) => one.remaining >= 0 && one.remaining + one.revoked <= one.amount),
    ],
    ['grants add up to what was granted', sum(grants.map(({ amount }) => amount)) === granted],
    [
      'nothing expired is available',
      grants.every((one) => one.remaining === 0 || !one.expiresAt || one.expiresAt > book.now),
    ],
  ];
  return truths.flatMap(([name, holds]) => (holds ? [] : [name]));
}

describe('the rules of the ledger', () => {
  it(`neither make nor lose a credit in any story (seed ${seed})`, { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(ledgerStory, (story) => {
        const paper = openPaperLedger('someone', START);
        let now = START;
        for (const { step, times, secondsAfter } of story) {
          const command = toCommand(step, 'someone', now);
          const first = paper.run(command, now);
          const movements = paper.book.transfers.length;
          for (let again = 1; again < times; again++) {
            const answer = paper.run(command, now);
            if (step.step !== 'sweep') expect(answer).toEqual(first);
          }
          expect(paper.book.transfers).toHaveLength(movements);
          expect(problemsOf(paper.book)).toEqual([]);
          now = new Date(now.getTime() + secondsAfter * 1_000);
        }
      }),
      { numRuns, seed },
    );
  });
});
