import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignUpPage } from '../features/session/SignUpPage.tsx';

const route = getRouteApi('/sign-up');

/** `/sign-up`, with the way back in `?next=`. */
export function SignUpRoute() {
  const { next } = route.useSearch();
  const router = useRouter();
  return <SignUpPage next={next} onDone={() => router.history.push(next)} />;
}
