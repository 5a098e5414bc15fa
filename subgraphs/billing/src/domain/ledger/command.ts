import type { GrantSource } from './grant.ts';

/** Opens the account when nobody has touched it yet, and does nothing else. */
export interface LookCommand {
  readonly type: 'look';
}

export interface GrantCommand {
  readonly type: 'grant';
  readonly key: string;
  readonly source: GrantSource;
  readonly amount: number;
  readonly expiresAt?: Date | null;
  readonly note?: string;
}

/**
 * Says what a grant shall be instead of what to add: whoever says it twice, late or in another order ends with the same grant.
 */
export interface DeclareCommand {
  readonly type: 'declare';
  readonly key: string;
  readonly source: GrantSource;
  /** What it gives in all, revocations taken off; zero or more. */
  readonly net: number;
  readonly expiresAt: Date | null;
  /** Ended for good: what is left of it is revoked, and it never gives again. */
  readonly closed: boolean;
  readonly note?: string;
}

/** A correction by hand, up or down; never below what is available. */
export interface AdjustCommand {
  readonly type: 'adjust';
  readonly key: string;
  /** Whole and not zero. */
  readonly change: number;
  readonly note: string;
}

/** Revokes, of one grant, what is needed so that `total` of it is revoked; without effect when it is already. */
export interface RevokeCommand {
  readonly type: 'revoke';
  readonly key: string;
  readonly total: number;
}

export interface HoldCommand {
  readonly type: 'hold';
  readonly jobId: string;
  readonly amount: number;
  readonly expiresAt: Date;
}

export interface SettleCommand {
  readonly type: 'settle';
  readonly jobId: string;
  readonly amount: number;
}

export interface ReleaseCommand {
  readonly type: 'release';
  readonly jobId: string;
  readonly note?: string;
}

/** Gives back, of what a job was charged, so much; idempotent by its own key, since a job may be refunded in steps. */
export interface RefundCommand {
  readonly type: 'refund';
  readonly jobId: string;
  readonly key: string;
  readonly amount: number;
  readonly note?: string;
}

export interface RenewCommand {
  readonly type: 'renew';
  readonly jobIds: readonly string[];
  readonly expiresAt: Date;
}

/** Gives back what expired holds keep and takes out what expired grants left. */
export interface SweepCommand {
  readonly type: 'sweep';
}

/** Everything that can happen to one person's credits. */
export type Command =
  | LookCommand
  | GrantCommand
  | DeclareCommand
  | AdjustCommand
  | RevokeCommand
  | HoldCommand
  | SettleCommand
  | ReleaseCommand
  | RefundCommand
  | RenewCommand
  | SweepCommand;

/** The jobs whose holds a command looks at. */
export function jobsOf(command: Command): readonly string[] {
  if (command.type === 'renew') return command.jobIds;
  return 'jobId' in command ? [command.jobId] : [];
}

/** The idempotency keys and grants a command looks at. */
export function keysOf(command: Command): readonly string[] {
  return 'key' in command ? [command.key] : [];
}
