import { describe, expect, it } from 'vitest';
import { inParts } from './in-parts.ts';

const ids = Array.from({ length: 2_345 }, (_, at) => `picture-${at}`);

describe('a change of more things than the API takes at a time', () => {
  it('is sent in parts, each thing once and in order', async () => {
    const parts: string[][] = [];
    const answer = await inParts(ids, async (part) => {
      parts.push(part);
      return { __typename: 'ChangedImages', part: parts.length };
    });
    expect(parts.map(({ length }) => length)).toEqual([1_000, 1_000, 345]);
    expect(parts.flat()).toEqual(ids);
    expect(answer.part).toBe(3);
  });

  it('ends at the first part that is refused, and says so', async () => {
    let sent = 0;
    const answer = await inParts(ids, async () => {
      sent += 1;
      return sent === 2 ? { __typename: 'Refusal', message: 'Gone.' } : { __typename: 'ChangedImages', message: '' };
    });
    expect(sent).toBe(2);
    expect(answer).toMatchObject({ message: 'Gone.' });
  });

  it('of nothing asks the API, which refuses it', async () => {
    expect(await inParts([], async (part) => ({ __typename: 'Asked', count: part.length }))).toMatchObject({
      count: 0,
    });
  });
});
