import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { parseGallerySearch } from '../features/gallery/model/wall-filter.ts';
import { returnPath, sessionQuery } from '../features/session/index.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageError } from './PageError.tsx';
import { queryClient } from './query-client.ts';
import { page } from './page.ts';
import { RootFrame } from './RootFrame.tsx';
import { WORDS } from './page-words.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

interface SignSearch {
  readonly next: string;
  readonly expired?: true;
  readonly refused?: true;
}

const parseSignSearch = (search: Record<string, unknown>): SignSearch => ({
  next: returnPath(search['next']),
  ...(search['expired'] === true ? { expired: true as const } : {}),
  ...(search['refused'] === true ? { refused: true as const } : {}),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: parseSignSearch,
  component: page(() => import('../routes/sign-in.tsx'), 'SignInRoute', WORDS['sign-in']),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: parseSignSearch,
  component: page(() => import('../routes/sign-up.tsx'), 'SignUpRoute', WORDS['sign-up']),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: page(() => import('../routes/forgot-password.tsx'), 'ForgotPasswordRoute', WORDS['forgot-password']),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: page(() => import('../routes/reset-password.tsx'), 'ResetPasswordRoute', WORDS['reset-password']),
});

const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify-email',
  component: page(() => import('../routes/verify-email.tsx'), 'VerifyEmailRoute', WORDS['verify-email']),
});

const lettersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/mail',
  component: page(() => import('../routes/letters.tsx'), 'LettersRoute', WORDS['letters']),
});

const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'studio',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: page(() => import('./Shell.tsx'), 'Shell', WORDS.shell),
});

const createPageRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { job?: string } =>
    typeof search['job'] === 'string' ? { job: search['job'] } : {},
  component: page(() => import('../routes/create.tsx'), 'CreateRoute', WORDS['create']),
});

const galleryRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/gallery',
  validateSearch: parseGallerySearch,
  component: page(() => import('../routes/gallery.tsx'), 'GalleryRoute', WORDS['gallery']),
});

const trashRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/gallery/trash',
  component: page(() => import('../routes/trash.tsx'), 'TrashRoute', WORDS['trash']),
});

const boardsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/boards',
  component: page(() => import('../routes/boards.tsx'), 'BoardsRoute', WORDS['boards']),
});

const boardRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/boards/$boardId',
  component: page(() => import('../routes/board.tsx'), 'BoardRoute', WORDS['board']),
});

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/s/$token',
  component: page(() => import('../routes/share.tsx'), 'SharedRoute', WORDS['share']),
});

const imageRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/gallery/$imageId',
  component: page(() => import('../routes/image.tsx'), 'ImageRoute', WORDS['image']),
});

const filesRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/files',
  component: page(() => import('../routes/files.tsx'), 'FilesRoute', WORDS['files']),
});

const overviewRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/overview',
  component: page(() => import('../routes/overview.tsx'), 'OverviewRoute', WORDS.overview),
});

const accountRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/account',
  component: page(() => import('../routes/account.tsx'), 'AccountRoute', WORDS['account']),
});

const securityRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/security',
  component: page(() => import('../routes/security.tsx'), 'SecurityRoute', WORDS['security']),
});

const adminQueueRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/admin/queue',
  component: page(() => import('../routes/admin-queue.tsx'), 'AdminQueueRoute', WORDS['admin-queue']),
});

const creditsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/credits',
  component: page(() => import('../routes/credits.tsx'), 'CreditsRoute', WORDS['credits']),
});

const plansRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/plans',
  component: page(() => import('../routes/plans.tsx'), 'PlansRoute', WORDS['plans']),
});

const enterpriseRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/enterprise',
  component: page(() => import('../routes/enterprise.tsx'), 'EnterpriseRoute', WORDS['enterprise']),
});

/** All addresses of the studio. Pages are fetched when they are wanted, or when a link to them is pointed at. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    signUpRoute,
    sharedRoute,
    forgotPasswordRoute,
    resetPasswordRoute,
    verifyEmailRoute,
    lettersRoute,
    studioRoute.addChildren([
      createPageRoute,
      galleryRoute,
      imageRoute,
      filesRoute,
      overviewRoute,
      trashRoute,
      boardsRoute,
      boardRoute,
      adminQueueRoute,
      creditsRoute,
      plansRoute,
      enterpriseRoute,
      accountRoute,
      securityRoute,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
