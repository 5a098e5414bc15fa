export type HoldStatus = 'OPEN' | 'SETTLED' | 'RELEASED';

/** Credits set aside for one job. */
export interface Hold {
  readonly jobId: string;
  readonly userId: string;
  readonly amount: number;
  /** What was spent of it; zero unless settled. */
  readonly settledAmount: number;
  readonly status: HoldStatus;
  readonly expiresAt: Date;
}

export interface HoldRequest {
  readonly jobId: string;
  readonly userId: string;
  readonly amount: number;
  readonly expiresInSeconds: number;
}
