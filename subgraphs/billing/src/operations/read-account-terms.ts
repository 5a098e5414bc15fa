import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AccountTerms } from '../domain/plans.ts';
import type { Ledger } from '../store/ledger.ts';
import { readStandings } from './read-standings.ts';

/** The terms of a person's plan or agreement; only for services. */
export async function readAccountTerms(ledger: Ledger, viewer: Viewer, userId: string): Promise<AccountTerms> {
  assertService(viewer);
  const [standing] = await readStandings(ledger, viewer, [userId]);
  if (!standing) throw new Error(`The standing of ${userId} is missing.`);
  return standing.terms;
}
