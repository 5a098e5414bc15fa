import { parseSignSearch } from '../features/session/model/sign-search.ts';
import { SignInPage } from '../features/session/SignInPage.tsx';
import { goTo, useSearch } from '../lib/way/index.ts';

/** `/sign-in`, with the way back in `?next=`. */
export function SignInRoute() {
  const { next, expired, refused, code } = useSearch(parseSignSearch);
  return (
    <SignInPage
      next={next}
      hasExpired={expired === true}
      isRefused={refused === true}
      isHalfway={code === true}
      onDone={() => void goTo(next)}
    />
  );
}
