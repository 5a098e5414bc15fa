import { CreditsPage } from '../features/credits/CreditsPage.tsx';

/** `/credits` */
export function CreditsRoute() {
  return <CreditsPage />;
}
