import { createElement, Suspense, use, useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { go, useHref, usePathname } from '../lib/way/index.ts';
import { admission } from './admission.ts';
import { Boundary } from './Boundary.tsx';
import type { Fetched } from './page.ts';
import { findPage, LOST, SHELL } from './pages.ts';
import { preparePage } from './prepare.ts';

/** The page of the address, within the shell if it belongs to the studio. */
export function Pages() {
  const pathname = usePathname();
  const again = useAgain(pathname);
  const found = findPage(pathname);
  const page = (
    <Boundary key={pathname} onAgain={again}>
      <Suspense fallback={null}>
        <Shown page={found?.page ?? LOST} />
      </Suspense>
    </Boundary>
  );
  if (found === null || !found.isStudio) return page;
  return (
    <Boundary onAgain={again}>
      <Suspense fallback={null}>
        <Studio>{page}</Studio>
      </Suspense>
    </Boundary>
  );
}

function Shown({ page }: { readonly page: Fetched<object> }) {
  return createElement(use(page.load()));
}

/** The shell around a page, for those who are signed in; the others sign in first and come back. */
function Studio({ children }: { readonly children: React.ReactNode }) {
  const asked = admission.ask();
  const shell = SHELL.load();
  return use(asked) ? createElement(use(shell), null, children) : <ToSignIn />;
}

function ToSignIn() {
  const here = useHref();
  useEffect(() => void go({ to: '/sign-in', search: { next: here }, replace: true }), [here]);
  return null;
}

/** Fetches anew what failed, script and answers alike. */
function useAgain(pathname: string): () => void {
  const client = useQueryClient();
  return () => {
    admission.forget();
    SHELL.again();
    void preparePage(pathname).catch(() => undefined);
    void client.invalidateQueries();
  };
}
