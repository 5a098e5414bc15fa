import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Speak } from '../../language/testing/Speak.tsx';

/** What asks the API, for a test: in English, and with answers that are its own. */
export function Answering({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <QueryClientProvider client={client}>
      <Speak>{children}</Speak>
    </QueryClientProvider>
  );
}
