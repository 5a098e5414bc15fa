import { PlainButton } from '@modu/ui';
import { useQuery } from '@tanstack/react-query';
import { BoardSharesDocument, SharesDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { sharesKey } from '../model/shared-thing.ts';
import type { SharedThing } from '../model/shared-thing.ts';
import { ShareRow } from './ShareRow.tsx';

async function read({ kind, id }: SharedThing, signal: AbortSignal): Promise<readonly SharePartsFragment[]> {
  if (kind === 'board') return (await request(BoardSharesDocument, { id }, { signal })).board?.shares ?? [];
  return (await request(SharesDocument, { id }, { signal })).image?.shares ?? [];
}

/** The links to a picture or a board with what is known of each; one press ends a link. */
export function ShareList({ thing, isOpen }: { readonly thing: SharedThing; readonly isOpen: boolean }) {
  const { t } = useTranslation(['share', 'shell']);
  const {
    data: shares = [],
    error,
    refetch,
  } = useQuery({
    queryKey: sharesKey(thing),
    queryFn: ({ signal }) => read(thing, signal),
    enabled: isOpen,
  });
  if (shares.length === 0 && error === null) return null;
  return (
    <section className="share-list">
      <h3>{t('share:links')}</h3>
      <FailureNotice
        error={error}
        words={t('share:linksFailed')}
        action={<PlainButton onPress={() => void refetch()}>{t('shell:retry')}</PlainButton>}
      />
      {shares.length > 0 && (
        <ul>
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} thing={thing} />
          ))}
        </ul>
      )}
    </section>
  );
}
