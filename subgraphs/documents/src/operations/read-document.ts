import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findRepeated, orderJob } from '@modu/paid-work';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { JOB_KINDS } from '../contracts.ts';
import type { ReadJob } from '../contracts.ts';
import { priceOfReading } from '../domain/price.ts';
import { toLanguage } from '../domain/read-request.ts';
import type { ReadInput } from '../domain/read-request.ts';
import type { Desk } from './desk.ts';
import { findSource } from './find-source.ts';

/** Checks a wish, sets its credits aside and makes the job that reads the file. A refusal leaves nothing held. */
export async function readDocument(
  desk: Desk,
  viewer: Viewer,
  input: ReadInput,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const wish = { ownerId, kind: JOB_KINDS.READ, key: input.idempotencyKey, asked: input };
  const repeated = await findRepeated(desk, wish);
  if (repeated) return repeated;
  const file = await findSource(desk, ownerId, input);
  if (isRefusal(file)) return file;
  const language = (input.language && toLanguage(input.language)) || null;
  const payload: ReadJob = { assetId: file.id, filename: file.filename, language, recognise: file.recognise };
  return orderJob(desk, {
    ...wish,
    title: file.filename,
    price: priceOfReading(file),
    payloadOf: () => payload,
  });
}
