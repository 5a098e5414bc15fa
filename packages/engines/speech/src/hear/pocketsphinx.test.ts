import { describe, expect, it } from 'vitest';
import { findPocketsphinx } from './pocketsphinx.ts';

const small = findPocketsphinx(process.env['PATH'] ?? '', { memoryBytesMax: 1_048_576 });

describe.runIf(small)('pocketsphinx', () => {
  it('that outgrows its memory is not told as late: it would grow as large the next time', async () => {
    const utterances = [{ samples: new Int16Array(16_000 * 20), startMs: 0, endMs: 20_000 }];

    const onHeard = () => Promise.resolve();
    const heard = small!.listen(utterances, { language: 'en', signal: new AbortController().signal, onHeard });

    await expect(heard).rejects.toMatchObject({ code: 'TOO_LONG' });
  });
});
