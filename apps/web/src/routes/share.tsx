import { getRouteApi } from '@tanstack/react-router';
import { SharedPage } from '../features/share/SharedPage.tsx';

const route = getRouteApi('/s/$token');

/** `/s/$token`: for anyone, without a session. */
export function SharedRoute() {
  const { token } = route.useParams();
  return <SharedPage key={token} token={token} />;
}
