import { parseSignSearch } from '../features/session/model/sign-search.ts';
import { SignUpPage } from '../features/session/SignUpPage.tsx';
import { goTo, useSearch } from '../lib/way/index.ts';

/** `/sign-up`, with the way back in `?next=`. */
export function SignUpRoute() {
  const { next } = useSearch(parseSignSearch);
  return <SignUpPage next={next} onDone={() => void goTo(next)} />;
}
