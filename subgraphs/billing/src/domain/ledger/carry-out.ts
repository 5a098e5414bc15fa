import type { Refusal } from '@modu/errors';
import type { Hold } from '../hold.ts';
import type { AccountBook } from './book.ts';
import type { Command } from './command.ts';
import { adjust, declare, grant, revoke } from './granting.ts';
import { hold, refund, release, releaseExpired, renew, settle } from './holding.ts';
import { takeOutEnded } from './lots.ts';

/** What can be spent now and what is set aside, after a command. */
export interface Balance {
  readonly userId: string;
  readonly available: number;
  readonly held: number;
}

/** What each command answers when it is not refused. */
export interface Answers {
  look: Balance;
  grant: Balance;
  declare: Balance;
  adjust: Balance;
  revoke: Balance;
  hold: Hold;
  settle: Hold;
  release: Hold;
  refund: Hold;
  renew: string[];
  /** How many credits came free. */
  sweep: number;
}

export type Answer<One extends Command> = Answers[One['type']] | Refusal;

type Rules = {
  readonly [Type in Command['type']]: (
    book: AccountBook,
    command: Extract<Command, { type: Type }>,
  ) => Answers[Type] | Refusal;
};

const balanceOf = ({ userId, available, held }: AccountBook): Balance => ({ userId, available, held });

const RULES: Rules = {
  look: balanceOf,
  grant: (book, command) => grant(book, command) ?? balanceOf(book),
  declare: (book, command) => declare(book, command) ?? balanceOf(book),
  adjust: (book, command) => adjust(book, command) ?? balanceOf(book),
  revoke: (book, command) => revoke(book, command) ?? balanceOf(book),
  hold,
  settle,
  release,
  refund,
  renew,
  sweep: releaseExpired,
};

/**
 * Carries out one command on a person's book: pure but for the book it is handed. A refusal leaves credits as they were, but
 * for those whose time was up anyway.
 */
export function carryOut<One extends Command>(book: AccountBook, command: One): Answer<One> {
  takeOutEnded(book);
  const rule = RULES[command.type] as (book: AccountBook, command: One) => Answer<One>;
  return rule(book, command);
}
