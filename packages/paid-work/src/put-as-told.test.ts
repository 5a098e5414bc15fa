import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SignedParts, UploadTicket, WantedPart } from './assets-client.ts';
import { putAsTold } from './put-as-told.ts';

const WORDS = 'in parts, all of it';
const TICKET: UploadTicket = {
  __typename: 'UploadTicket',
  ...{ id: 'one', method: 'PUT', url: null, headers: [], partSizeBytes: 8, received: [] },
};
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Puts the words by this ticket. @returns what was put where. */
async function putBy(ticket: UploadTicket): Promise<string[]> {
  const taken: string[] = [];
  const signed: WantedPart[] = [];
  const signUploadParts = (_: string, __: string, parts: readonly WantedPart[]) => {
    signed.push(...parts);
    const places = parts.map(({ number }) => ({ url: `part ${number}`, headers: [] }));
    return Promise.resolve<SignedParts>({ __typename: 'SignedUploadParts', parts: places });
  };
  await putAsTold(ticket, {
    assets: { signUploadParts },
    put: ({ url }, { bytes }) => {
      taken.push(`${url}: ${Buffer.from(bytes).toString()}`);
      if (ticket.partSizeBytes) expect(signed.at(-1)?.sha256).toBe(hash(bytes));
      return Promise.resolve();
    },
    ...{ ownerId: 'somebody', bytes: Buffer.from(WORDS), signal: new AbortController().signal },
  });
  return taken;
}

describe('a file', () => {
  it('is put whole where the ticket has a place for it', async () => {
    expect(await putBy({ ...TICKET, url: 'whole', partSizeBytes: null })).toEqual([`whole: ${WORDS}`]);
  });

  it('that is large is put part by part, each signed with its own hash', async () => {
    expect(await putBy(TICKET)).toEqual(['part 1: in parts', 'part 2: , all of', 'part 3:  it']);
  });

  it('of which an earlier run has put some goes on with the others, and with what arrived cut short', async () => {
    const received = [
      { number: 1, sizeBytes: 8 },
      { number: 2, sizeBytes: 5 },
    ];

    expect(await putBy({ ...TICKET, received })).toEqual(['part 2: , all of', 'part 3:  it']);
  });

  it('whose parts are not signed is not stored now, but may be another time', async () => {
    const refused = { __typename: 'Refusal', code: 'EXPIRED', message: 'Too late.' } as const;
    const putting = { ownerId: 'a', bytes: Buffer.from(WORDS), signal: new AbortController().signal };
    const assets = { signUploadParts: () => Promise.resolve(refused) };

    await expect(putAsTold(TICKET, { assets, put: () => Promise.resolve(), ...putting })).rejects.toMatchObject({
      ...{ code: 'STORAGE_FAILED', retryable: true },
    });
  });
});
