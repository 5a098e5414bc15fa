import { useQuery } from '@tanstack/react-query';
import { fetchLetters } from '../../lib/auth/proofs.ts';
import { useLocale, useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { formatMoment } from '../../lib/words/moment.ts';
import './letters.css';

const AGAIN_MS = 3_000;
const LINK = /(https?:\/\/\S+)/u;

/** `/dev/mail`: the letters that were kept because no mail server is set, on a machine of one person. */
export function LettersPage() {
  const { t } = useTranslation('session');
  const locale = useLocale();
  const letters = useQuery({ queryKey: ['letters'], queryFn: fetchLetters, refetchInterval: AGAIN_MS }).data;
  return (
    <main className="letters" id="work" tabIndex={-1}>
      <PageTitle>{t('lettersTitle')}</PageTitle>
      <h1>{t('lettersTitle')}</h1>
      <p className="letters__words">{letters === null ? t('lettersNone') : t('lettersWords')}</p>
      <ul className="letters__list">
        {letters?.map(({ id, to, subject, text, createdAt }) => (
          <li key={id} className="letters__letter">
            <h2>{subject}</h2>
            <p className="letters__to">
              {to} · {formatMoment(createdAt, locale)}
            </p>
            <p className="letters__text">
              {text.split(LINK).map((part) =>
                LINK.test(part) ? (
                  <a key={part} href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
