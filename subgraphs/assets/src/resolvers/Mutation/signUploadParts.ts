import { answer } from '@modu/subgraph';
import type { AssetsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { signUploadParts as operation } from '../../operations/sign-parts.ts';
import type { WantedPart } from '../../operations/sign-parts.ts';

interface Args {
  readonly id: string;
  readonly parts: readonly WantedPart[];
}

export async function signUploadParts(_: unknown, args: Args, { viewer, deps }: AssetsContext) {
  const signed = await operation(args, { viewer, deps });
  return answer(signed, { typename: 'SignedUploadParts', viewer, catalog: messages });
}
