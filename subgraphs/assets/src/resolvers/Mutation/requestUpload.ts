import { answer } from '@modu/subgraph';
import type { AssetsContext } from '../../context.ts';
import type { UploadRequest } from '../../domain/upload-request.ts';
import { messages } from '../../messages.ts';
import { requestUpload as operation } from '../../operations/request-upload.ts';

export async function requestUpload(
  _: unknown,
  { input }: { readonly input: UploadRequest },
  { viewer, deps }: AssetsContext,
) {
  const ticket = await operation(input, { viewer, deps });
  return answer(ticket, { typename: 'UploadTicket', viewer, catalog: messages });
}
