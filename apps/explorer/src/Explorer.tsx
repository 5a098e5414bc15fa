import { GraphiQL } from 'graphiql';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useMemo, useState } from 'react';
import { EXAMPLES } from './examples.ts';
import { createFetcher } from './fetcher.ts';
import { KeyBar } from './KeyBar.tsx';

const KEPT = 'modu.explorer.key';
const TABS = EXAMPLES.map(({ query, variables }) => ({ query, variables: variables ?? null }));

/** GraphiQL over the published schema: reading it needs no key, asking does. The key stays in this tab. */
export function Explorer({ schema }: { readonly schema: GraphQLSchema }) {
  const [key, setKey] = useState(() => sessionStorage.getItem(KEPT) ?? '');
  const { fetcher, close } = useMemo(() => createFetcher(key), [key]);
  useEffect(() => close, [close]);
  const remember = (next: string) => {
    sessionStorage.setItem(KEPT, next);
    setKey(next);
  };
  return (
    <div className="explorer">
      <KeyBar value={key} onChange={remember} />
      <div className="explorer-editor">
        <GraphiQL fetcher={fetcher} schema={schema} defaultTabs={TABS} isHeadersEditorEnabled={false}>
          <GraphiQL.Logo>Modu</GraphiQL.Logo>
        </GraphiQL>
      </div>
    </div>
  );
}
