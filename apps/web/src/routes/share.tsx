import { SharedPage } from '../features/share/SharedPage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/s/$token`: for anyone, without a session. */
export function SharedRoute() {
  const { token } = useParams('/s/$token');
  return <SharedPage key={token} token={token} />;
}
