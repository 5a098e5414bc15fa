import { expect, it, vi } from 'vitest';
import { putBlob } from './put-blob.ts';
import { sendFile } from './send-file.ts';
import { requestTicket } from './ticket.ts';
import type { Ticket } from './ticket.ts';
import { NotTakenError, UploadError } from './upload-error.ts';

vi.mock('./rest.ts', () => ({ rest: () => Promise.resolve() }));
vi.mock('./put-blob.ts', () => ({ putBlob: vi.fn() }));
vi.mock('./ticket.ts', () => ({ requestTicket: vi.fn(), completeUpload: () => Promise.resolve('stored') }));

const ticket = (url: string) =>
  ({ id: 'asset', method: 'PUT', url, headers: [], partSizeBytes: null }) as unknown as Ticket;
const send = () =>
  sendFile({
    ...{ file: new File(['a'], 'a.txt'), sha256: 'a hash', idempotencyKey: 'key', onStep: vi.fn(), onTicket: vi.fn() },
    signal: new AbortController().signal,
  });

it('a file whose ticket has ended before it was put is announced anew, once', async () => {
  vi.mocked(requestTicket).mockResolvedValueOnce(ticket('/ended')).mockResolvedValue(ticket('/renewed'));
  vi.mocked(putBlob).mockImplementation(({ url }) =>
    url === '/ended' ? Promise.reject(new NotTakenError()) : Promise.resolve('etag'),
  );
  expect(await send()).toBe('stored');
  expect(vi.mocked(putBlob).mock.calls.map(([{ url }]) => url)).toEqual(['/ended', '/renewed']);

  vi.mocked(putBlob).mockReset().mockRejectedValue(new NotTakenError());
  await expect(send()).rejects.toBeInstanceOf(NotTakenError);
  expect(putBlob).toHaveBeenCalledTimes(2);
});

it('a file whose line was cut while it was put is put again, some times', async () => {
  const cut = new UploadError({ kind: 'network' });
  vi.mocked(requestTicket).mockResolvedValue(ticket('/here'));
  vi.mocked(putBlob).mockReset().mockRejectedValueOnce(cut).mockRejectedValueOnce(cut).mockResolvedValue('etag');
  expect(await send()).toBe('stored');
  expect(putBlob).toHaveBeenCalledTimes(3);

  vi.mocked(putBlob).mockReset().mockRejectedValue(cut);
  await expect(send()).rejects.toBe(cut);
  expect(putBlob).toHaveBeenCalledTimes(6);
});
