import { LoadingState } from '@modu/ui';
import { useQuery } from '@tanstack/react-query';
import { EnterpriseRequestsDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { formatMoment } from '../../../lib/words/moment.ts';
import { TermsForm } from './TermsForm.tsx';

/** What admins have to answer, newest first; each with the terms to put into force. */
export function RequestList() {
  const { t } = useTranslation('enterprise');
  const locale = useLocale();
  const query = useQuery({
    queryKey: ['enterprise', 'requests'],
    queryFn: ({ signal }) => request(EnterpriseRequestsDocument, {}, { signal }),
  });
  const { data, isPending } = query;
  return (
    <section aria-labelledby="requests-title" className="enterprise__requests">
      <h2 id="requests-title">{t('requests')}</h2>
      {isPending && <LoadingState label={t('requests')} />}
      {query.isError && <Failed title={t('lost')} query={query} />}
      {data?.enterpriseRequests.length === 0 && <p>{t('none')}</p>}
      <ul>
        {data?.enterpriseRequests.map(
          ({ id, organisation, contactEmail, people, message, createdAt, answeredAt, user }) => (
            <li key={id} className="enterprise__request">
              <h3>{organisation}</h3>
              <p className="enterprise__facts">
                {contactEmail} · {t('forPeople', { people })} · {formatMoment(createdAt, locale)}
              </p>
              <p className="enterprise__message">{message}</p>
              {answeredAt ? (
                <p className="enterprise__facts">{t('answered', { moment: formatMoment(answeredAt, locale) })}</p>
              ) : (
                <TermsForm userId={user.id} />
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
