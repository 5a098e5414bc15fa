import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { RemoteFile } from '@modu/paid-work';
import { mustRecognise, refuseFile, refuseLetters, refuseReadInput } from '../domain/read-request.ts';
import type { ReadInput } from '../domain/read-request.ts';
import { peek } from '../store/peek.ts';
import type { Desk } from './desk.ts';

/** A file and whether letters have to be recognised in it. */
export type FoundSource = RemoteFile & { readonly recognise: boolean };

/** The file that a person wants read, looked at from outside; another's is as if it were not there. */
export async function findSource(
  { assets }: Pick<Desk, 'assets'>,
  ownerId: string,
  input: ReadInput,
): Promise<FoundSource | Refusal> {
  const refused = refuseReadInput(input);
  if (refused) return refused;
  const file = await assets.find(ownerId, input.assetId);
  if (file?.status !== 'READY') return refuse('NOT_FOUND', 'source.unknown', { path: ['input', 'assetId'] });
  const looked = { ...file, ...(await peek(file.url, file.sizeBytes)) };
  const recognise = mustRecognise(input, looked);
  return refuseFile(looked) ?? (recognise ? refuseLetters(input) : undefined) ?? { ...file, recognise };
}
