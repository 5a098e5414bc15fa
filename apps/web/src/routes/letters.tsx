import { LettersPage } from '../features/session/LettersPage.tsx';

/** `/dev/mail` */
export function LettersRoute() {
  return <LettersPage />;
}
