import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import type { ApiKeyInput } from '../../domain/api-key.ts';
import { messages } from '../../messages.ts';
import { createApiKey as create } from '../../operations/create-api-key.ts';

export const createApiKey = async (_: unknown, { input }: { readonly input: ApiKeyInput }, context: IdentityContext) =>
  answer(await create(context, context.viewer, input), {
    typename: 'CreatedApiKey',
    viewer: context.viewer,
    catalog: messages,
  });
