import { useQuery } from '@tanstack/react-query';
import { EnterpriseViewerDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { RequestForm } from './components/RequestForm.tsx';
import { RequestList } from './components/RequestList.tsx';
import './enterprise.css';

/** Asking for an agreement; for admins also answering. */
export function EnterprisePage() {
  const { t } = useTranslation('enterprise');
  const query = useQuery({
    queryKey: ['enterprise', 'viewer'],
    queryFn: ({ signal }) => request(EnterpriseViewerDocument, {}, { signal }),
    staleTime: 60_000,
  });
  const me = query.data?.me;
  return (
    <div className="page enterprise">
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      {query.isError && <Failed title={t('lost')} query={query} />}
      {me && <RequestForm email={me.email} />}
      {me?.role === 'ADMIN' && <RequestList />}
    </div>
  );
}
