import { describe, expect, it } from 'vitest';
import { createLogger, currentTraceId, newTraceId, parseTraceId, runWithTrace } from './index.ts';

function capture() {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({
    destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  return { lines, logger };
}

describe('a log line', () => {
  it('carries the trace id of the work it was written for, also after an await', async () => {
    const { lines, logger } = capture();
    const first = newTraceId();
    const second = newTraceId();

    await Promise.all(
      [first, second].map((traceId) =>
        runWithTrace(traceId, async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          logger.info({ expected: traceId }, 'worked');
        }),
      ),
    );

    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line['traceId']).toBe(line['expected']);
    expect(currentTraceId()).toBeUndefined();
  });

  it('never carries a secret', () => {
    const { lines, logger } = capture();

    logger.info({ password: 'hunter2', headers: { authorization: 'Bearer x' } }, 'sign in');

    expect(JSON.stringify(lines)).not.toMatch(/hunter2|Bearer/);
  });

  it('takes a trace id from outside only in its proper form', () => {
    const traceId = newTraceId();

    expect(parseTraceId(traceId)).toBe(traceId);
    for (const forged of ['', 'x', `${traceId}\nforged line`, traceId.toUpperCase().replace(/^./, 'G'), null]) {
      expect(parseTraceId(forged)).toBeUndefined();
    }
  });
});
