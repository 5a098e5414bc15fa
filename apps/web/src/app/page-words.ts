import type { Namespace } from '../lib/language/index.ts';

/**
 * The namespaces each route says something of, so that they are fetched along with it and not after it. `shell` is around every
 * page of the studio and is not repeated; the words of signing in are always there.
 */
export const WORDS = {
  shell: ['credits', 'notices', 'queue'],
  account: ['account'],
  'admin-queue': [],
  board: ['boards', 'gallery', 'share'],
  boards: ['boards'],
  create: ['create'],
  credits: [],
  document: ['documents', 'speech'],
  documents: ['documents'],
  enterprise: ['enterprise'],
  files: ['files'],
  'forgot-password': [],
  gallery: ['boards', 'gallery'],
  image: ['gallery', 'share'],
  letters: [],
  overview: ['dashboard'],
  plans: ['plans'],
  proof: ['documents'],
  'reset-password': [],
  security: ['account', 'security'],
  share: ['share'],
  'sign-in': [],
  'sign-up': [],
  speech: ['speech'],
  trash: ['gallery'],
  'verify-email': [],
} as const satisfies Readonly<Record<string, readonly Namespace[]>>;
