import { matchPath } from '../lib/way/index.ts';
import type { Path } from '../lib/way/index.ts';
import { fetched } from './page.ts';
import type { Fetched } from './page.ts';
import { WORDS } from './page-words.ts';

/** The frame around all pages of the studio. */
export const SHELL = fetched<{ readonly children: React.ReactNode }>(() => import('./Shell.tsx'), 'Shell', WORDS.shell);

/** What stands at an address that leads nowhere. */
export const LOST = fetched(() => import('./NotFoundPage.tsx'), 'NotFoundPage', []);

/** Pages for anyone, by path. */
const OPEN = {
  '/sign-in': fetched(() => import('../routes/sign-in.tsx'), 'SignInRoute', WORDS['sign-in']),
  '/sign-up': fetched(() => import('../routes/sign-up.tsx'), 'SignUpRoute', WORDS['sign-up']),
  '/forgot-password': fetched(
    () => import('../routes/forgot-password.tsx'),
    'ForgotPasswordRoute',
    WORDS['forgot-password'],
  ),
  '/reset-password': fetched(
    () => import('../routes/reset-password.tsx'),
    'ResetPasswordRoute',
    WORDS['reset-password'],
  ),
  '/verify-email': fetched(() => import('../routes/verify-email.tsx'), 'VerifyEmailRoute', WORDS['verify-email']),
  '/dev/mail': fetched(() => import('../routes/letters.tsx'), 'LettersRoute', WORDS.letters),
  '/s/$token': fetched(() => import('../routes/share.tsx'), 'SharedRoute', WORDS.share),
} as const satisfies Partial<Record<Path, Fetched<object>>>;

const gallery = () => import('../routes/gallery.tsx');

/** Pages of the person who is signed in, within the shell. */
const STUDIO: Readonly<Record<Exclude<Path, keyof typeof OPEN>, Fetched<object>>> = {
  '/': fetched(() => import('../routes/create.tsx'), 'CreateRoute', WORDS.create),
  '/account': fetched(() => import('../routes/account.tsx'), 'AccountRoute', WORDS.account),
  '/admin/queue': fetched(() => import('../routes/admin-queue.tsx'), 'AdminQueueRoute', WORDS['admin-queue']),
  '/boards': fetched(() => import('../routes/boards.tsx'), 'BoardsRoute', WORDS.boards),
  '/boards/$boardId': fetched(() => import('../routes/board.tsx'), 'BoardRoute', WORDS.board),
  '/braille/$renditionId': fetched(() => import('../routes/proof.tsx'), 'ProofRoute', WORDS.proof),
  '/credits': fetched(() => import('../routes/credits.tsx'), 'CreditsRoute', WORDS.credits),
  '/documents': fetched(() => import('../routes/documents.tsx'), 'DocumentsRoute', WORDS.documents),
  '/documents/$documentId': fetched(() => import('../routes/document.tsx'), 'DocumentRoute', WORDS.document),
  '/enterprise': fetched(() => import('../routes/enterprise.tsx'), 'EnterpriseRoute', WORDS.enterprise),
  '/files': fetched(() => import('../routes/files.tsx'), 'FilesRoute', WORDS.files),
  '/gallery': fetched(gallery, 'GalleryRoute', WORDS.gallery, async (client, admitted) => {
    const { beginGallery } = await gallery();
    if (await admitted) await beginGallery(client);
  }),
  '/gallery/trash': fetched(() => import('../routes/trash.tsx'), 'TrashRoute', WORDS.trash),
  '/gallery/$imageId': fetched(() => import('../routes/image.tsx'), 'ImageRoute', WORDS.image),
  '/overview': fetched(() => import('../routes/overview.tsx'), 'OverviewRoute', WORDS.overview),
  '/plans': fetched(() => import('../routes/plans.tsx'), 'PlansRoute', WORDS.plans),
  '/speech': fetched(() => import('../routes/speech.tsx'), 'SpeechRoute', WORDS.speech),
  '/speech/$clipId': fetched(() => import('../routes/listening.tsx'), 'ClipRoute', WORDS.listening),
  '/transcripts/$transcriptId': fetched(() => import('../routes/transcript.tsx'), 'TranscriptRoute', WORDS.transcript),
  '/security': fetched(() => import('../routes/security.tsx'), 'SecurityRoute', WORDS.security),
};

/** A page that was found, and whether it stands in the shell. */
export interface FoundPage {
  readonly path: string;
  readonly page: Fetched<object>;
  readonly isStudio: boolean;
}

const PAGES: readonly FoundPage[] = [
  ...Object.entries(OPEN).map(([path, page]) => ({ path, page, isStudio: false })),
  ...Object.entries(STUDIO).map(([path, page]) => ({ path, page, isStudio: true })),
];

/** The page at a path: the one that names it, else one whose pattern it fits; null when the address leads nowhere. */
export function findPage(pathname: string): FoundPage | null {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/u, '') : pathname;
  return PAGES.find((each) => each.path === path) ?? PAGES.find((each) => matchPath(each.path, path) !== null) ?? null;
}

/** Whether a page stands in the shell, and is there for somebody who is signed in. */
export const isInStudio = (pathname: string): boolean => findPage(pathname)?.isStudio === true;
