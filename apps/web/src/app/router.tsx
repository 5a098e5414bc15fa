import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
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
}

const parseSignSearch = (search: Record<string, unknown>): SignSearch => ({
  next: returnPath(search['next']),
  ...(search['expired'] === true ? { expired: true as const } : {}),
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
  component: lazyRouteComponent(() => import('../routes/gallery.tsx'), 'GalleryRoute'),
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

const adminQueueRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/admin/queue',
  component: lazyRouteComponent(() => import('../routes/admin-queue.tsx'), 'AdminQueueRoute'),
});

/** All addresses of the studio. Pages are fetched when they are wanted, or when a link to them is pointed at. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    signUpRoute,
    studioRoute.addChildren([createPageRoute, galleryRoute, imageRoute, filesRoute, adminQueueRoute]),
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
