import { extname } from 'node:path';
import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import type { RemoteFile } from '@modu/paid-work';
import { mustRecognise, refuseFile, refuseLetters, refuseReadInput, shareToRecognise } from '../domain/read-request.ts';
import type { ReadInput } from '../domain/read-request.ts';
import { peek } from '../store/peek.ts';
import type { Desk } from './desk.ts';

/** A file, whether letters have to be recognised in it, and in which share of it. */
export type FoundSource = RemoteFile & { readonly recognise: boolean; readonly share: number };

const ENDING_CHARS_MAX = 10;

/** The file that a person wants read, looked at from outside; another's is as if it were not there. */
export async function findSource(
  desk: Pick<Desk, 'assets' | 'documents' | 'expectReading'>,
  ownerId: string,
  input: ReadInput,
): Promise<FoundSource | Refusal> {
  const refused = refuseReadInput(input);
  if (refused) return refused;
  const file = await desk.assets.find(ownerId, input.assetId);
  if (file?.status !== 'READY') return refuse('NOT_FOUND', 'source.unknown', { path: ['input', 'assetId'] });
  const looked = { ...file, ...(await peek(file.url, file.sizeBytes)) };
  const recognise = mustRecognise(input, looked);
  const wrong = refuseFile(looked) ?? (recognise ? refuseLetters(input) : undefined);
  if (wrong) return wrong;
  const share = await shareOf(desk, ownerId, input);
  if (isRefusal(share)) return share;
  desk.expectReading({ ending: extname(file.filename).slice(0, ENDING_CHARS_MAX), recognise });
  return { ...file, recognise, share };
}

/** All of the file, unless a document that was read from it says which pages are left. */
async function shareOf(
  { documents }: Pick<Desk, 'documents'>,
  ownerId: string,
  input: ReadInput,
): Promise<number | Refusal> {
  const { documentId } = input;
  if (documentId === null || documentId === undefined) return 1;
  const [before] = isId(documentId) ? await documents.find([documentId], ownerId) : [];
  return shareToRecognise(input, before ?? null);
}
