import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../features/session/SignInPage.tsx';

const route = getRouteApi('/sign-in');

/** `/sign-in`, with the way back in `?next=`. */
export function SignInRoute() {
  const { next, expired, refused, code } = route.useSearch();
  const router = useRouter();
  return (
    <SignInPage
      next={next}
      hasExpired={expired === true}
      isRefused={refused === true}
      isHalfway={code === true}
      onDone={() => router.history.push(next)}
    />
  );
}
