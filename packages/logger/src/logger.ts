import pino from 'pino';
import { currentTraceId } from './trace.ts';

export type Logger = pino.Logger;

export interface LoggerOptions {
  readonly level?: string;
  /** Lines for a person at a terminal instead of JSON for a collector. */
  readonly pretty?: boolean;
  readonly destination?: pino.DestinationStream;
}

/** What must never reach a log, wherever it stands in an object. */
const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie'].flatMap((name) => [name, `*.${name}`]);

/** Structured logs; each line carries the trace id of the request or task it was written for. */
export function createLogger({ level = 'info', pretty = false, destination }: LoggerOptions = {}): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[redacted]' },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId ? { traceId } : {};
    },
  };
  if (destination) return pino(options, destination);
  if (!pretty) return pino(options);
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { colorize: true, translateTime: 'HH:MM:ss', ignore: 'traceId' } },
  });
}
