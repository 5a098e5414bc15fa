export type HoldStatus = 'OPEN' | 'SETTLED' | 'RELEASED';

/** Credits of one grant that a hold keeps or has spent. */
export interface HoldPart {
  readonly grant: string;
  readonly amount: number;
}

/** Credits set aside for one job. */
export interface Hold {
  readonly jobId: string;
  readonly userId: string;
  readonly amount: number;
  /** What was spent of it; zero unless settled. */
  readonly settledAmount: number;
  /** What of the spent came back. */
  readonly refundedAmount: number;
  readonly status: HoldStatus;
  /** It was released because its job came to nothing, not for want of renewal: nothing is spent of it any more. */
  readonly givenBack: boolean;
  readonly expiresAt: Date;
  /** Which grants it is made of, in the order of use: what is held while open, what stays spent once settled. */
  readonly parts: readonly HoldPart[];
}

export interface HoldRequest {
  readonly jobId: string;
  readonly userId: string;
  readonly amount: number;
  readonly expiresInSeconds: number;
}
