import { answer } from '@modu/subgraph';
import type { AssetsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import type { ReportedPart } from '../../operations/assemble-upload.ts';
import { completeUpload as operation } from '../../operations/complete-upload.ts';

interface Args {
  readonly id: string;
  readonly parts?: readonly ReportedPart[] | null;
}

export async function completeUpload(_: unknown, { id, parts }: Args, { viewer, deps }: AssetsContext) {
  const completed = await operation({ id, parts: parts ?? [] }, { viewer, deps });
  return answer(completed, { typename: 'Asset', viewer, catalog: messages });
}
