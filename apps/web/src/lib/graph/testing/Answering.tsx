import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Speak } from '../../language/testing/Speak.tsx';

interface AnsweringProps {
  /** One that knows something already. */
  readonly client?: QueryClient;
  readonly children: ReactNode;
}

/** Around what asks the API, for a test: in English, and with nothing asked before. */
export function Answering({ client, children }: AnsweringProps) {
  const [own] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <QueryClientProvider client={client ?? own}>
      <Speak>{children}</Speak>
    </QueryClientProvider>
  );
}
