import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { MongoError } from '../mongo-error.ts';

/*
 * V8 looks for matches by trying and turning back, which takes twice as long for each further letter where quantifiers are nested.
 * This server has one thread, so a search that may take long runs under V8's own time limit: it costs a fraction of a
 * millisecond for each text, which is spared where the pattern cannot take long.
 */

/** What matches of one turn of the event loop may take together beyond the moment that is free for each. */
const SLOW_MAX_MS = 2_000;
const FREE_MS = 5;
/** Steps that take a few tens of milliseconds at most. */
const QUICK_STEPS_MAX = 1e7;

const place = vm.createContext(vm.constants.DONT_CONTEXTIFY) as { pattern?: RegExp; text?: string };
const search = new vm.Script('pattern.exec(text)');
let slowMs = 0;

/** A pattern whose searches end in time: with an answer, or with MaxTimeMSExpired (50). */
export interface BoundedPattern {
  exec(text: string): RegExpExecArray | null;
}

/** @param written the pattern as the client wrote it, which `pattern` is the translation of */
export function boundedPattern(pattern: RegExp, written: string): BoundedPattern {
  return { exec: (text) => (isQuick(written, text.length) ? pattern.exec(text) : execBounded(pattern, text)) };
}

/**
 * True when no way through the pattern can take long. Without groups and alternatives each quantifier only chooses where it
 * ends, so there are at most so many ways as the length to the power of their number, from each place of the text.
 */
export function isQuick(written: string, length: number): boolean {
  if (/[(|]/.test(written)) return false;
  const quantifiers = written.match(/[*+?{]/g)?.length ?? 0;
  return written.length * (length + 1) ** (quantifiers + 1) <= QUICK_STEPS_MAX;
}

function execBounded(pattern: RegExp, text: string): RegExpExecArray | null {
  const startedAt = performance.now();
  Object.assign(place, { pattern, text });
  try {
    const timeout = Math.ceil(Math.max(SLOW_MAX_MS - slowMs, FREE_MS));
    return search.runInContext(place as vm.Context, { timeout }) as RegExpExecArray | null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit: its regular expression takes too long');
  } finally {
    Object.assign(place, { pattern: undefined, text: undefined });
    account(performance.now() - startedAt);
  }
}

function account(tookMs: number): void {
  if (tookMs <= FREE_MS) return;
  if (slowMs === 0) setImmediate(() => (slowMs = 0));
  slowMs += tookMs - FREE_MS;
}
