import { AuthError } from '../auth/auth-error.ts';
import { GraphError } from '../graph/graph-error.ts';
import { UploadError } from '../upload/upload-error.ts';

/** The id to quote to those who look into it; null for what is no fault of ours, and for what never got an answer. */
export function traceOf(error: unknown): string | null {
  if (error instanceof GraphError) return isOurs(error) ? error.traceId : null;
  if (error instanceof UploadError) return error.problem.kind === 'unknown' ? error.problem.traceId : null;
  return error instanceof AuthError && error.problem === 'unknown' ? error.traceId : null;
}

const isOurs = ({ code }: GraphError) => code === 'INTERNAL' || code === 'UNREACHABLE';
