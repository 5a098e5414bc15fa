import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isRefusal } from '../../../lib/graph/index.ts';
import type { Refusal } from '../../../lib/graph/index.ts';

interface ChangeOptions<TInput> {
  readonly send: (input: TInput) => Promise<{ readonly __typename: string }>;
  readonly onDone?: () => void;
}

/** A change to the account: what was refused stands as a sentence, what was done is read anew. */
export function useChange<TInput = void>({ send, onDone }: ChangeOptions<TInput>) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      if (isRefusal(answer)) return;
      await Promise.all([['account'], ['me'], ['access']].map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.();
    },
  });
  const refusal = mutation.data && isRefusal(mutation.data) ? (mutation.data as unknown as Refusal) : null;
  return {
    send: mutation.mutate,
    isPending: mutation.isPending,
    isDone: mutation.isSuccess && refusal === null,
    error: mutation.error,
    refusal,
  };
}
