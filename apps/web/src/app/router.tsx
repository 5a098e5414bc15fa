import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { parseGallerySearch } from '../features/gallery/model/wall-filter.ts';
import { returnPath, sessionQuery } from '../features/session/index.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageError } from './PageError.tsx';
import { queryClient } from './query-client.ts';
import { RootFrame } from './RootFrame.tsx';

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
  /** Another house has said who it is; the second step is still to come. */
  readonly code?: true;
}

const parseSignSearch = (search: Record<string, unknown>): SignSearch => ({
  next: returnPath(search['next']),
  ...(search['expired'] === true ? { expired: true as const } : {}),
  ...(search['refused'] === true ? { refused: true as const } : {}),
  ...(search['code'] === true ? { code: true as const } : {}),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: parseSignSearch,
  component: lazyRouteComponent(() => import('../routes/sign-in.tsx'), 'SignInRoute'),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: parseSignSearch,
  component: lazyRouteComponent(() => import('../routes/sign-up.tsx'), 'SignUpRoute'),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../routes/forgot-password.tsx'), 'ForgotPasswordRoute'),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../routes/reset-password.tsx'), 'ResetPasswordRoute'),
});

const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('../routes/verify-email.tsx'), 'VerifyEmailRoute'),
});

const lettersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/mail',
  component: lazyRouteComponent(() => import('../routes/letters.tsx'), 'LettersRoute'),
});

const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'studio',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: lazyRouteComponent(() => import('./Shell.tsx'), 'Shell'),
});

const createPageRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { job?: string } =>
    typeof search['job'] === 'string' ? { job: search['job'] } : {},
  component: lazyRouteComponent(() => import('../routes/create.tsx'), 'CreateRoute'),
});

const galleryRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/gallery',
  validateSearch: parseGallerySearch,
  component: lazyRouteComponent(() => import('../routes/gallery.tsx'), 'GalleryRoute'),
});

const trashRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/gallery/trash',
  component: lazyRouteComponent(() => import('../routes/trash.tsx'), 'TrashRoute'),
});

const boardsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/boards',
  component: lazyRouteComponent(() => import('../routes/boards.tsx'), 'BoardsRoute'),
});

const boardRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/boards/$boardId',
  component: lazyRouteComponent(() => import('../routes/board.tsx'), 'BoardRoute'),
});

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/s/$token',
  component: lazyRouteComponent(() => import('../routes/share.tsx'), 'SharedRoute'),
});

const imageRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/gallery/$imageId',
  component: lazyRouteComponent(() => import('../routes/image.tsx'), 'ImageRoute'),
});

const filesRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/files',
  component: lazyRouteComponent(() => import('../routes/files.tsx'), 'FilesRoute'),
});

const documentsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/documents',
  component: lazyRouteComponent(() => import('../routes/documents.tsx'), 'DocumentsRoute'),
});

const documentRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/documents/$documentId',
  component: lazyRouteComponent(() => import('../routes/document.tsx'), 'DocumentRoute'),
});

const proofRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/braille/$renditionId',
  component: lazyRouteComponent(() => import('../routes/proof.tsx'), 'ProofRoute'),
});

const overviewRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/overview',
  component: lazyRouteComponent(() => import('../routes/overview.tsx'), 'OverviewRoute'),
});

const accountRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../routes/account.tsx'), 'AccountRoute'),
});

const securityRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('../routes/security.tsx'), 'SecurityRoute'),
});

const adminQueueRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/admin/queue',
  component: lazyRouteComponent(() => import('../routes/admin-queue.tsx'), 'AdminQueueRoute'),
});

const creditsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/credits',
  component: lazyRouteComponent(() => import('../routes/credits.tsx'), 'CreditsRoute'),
});

const plansRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/plans',
  component: lazyRouteComponent(() => import('../routes/plans.tsx'), 'PlansRoute'),
});

const enterpriseRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/enterprise',
  component: lazyRouteComponent(() => import('../routes/enterprise.tsx'), 'EnterpriseRoute'),
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
      documentsRoute,
      documentRoute,
      proofRoute,
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
