import type { Namespace } from '../lib/language/index.ts';

/**
 * The namespaces each route says something of, so that they are fetched along with it and not after it. `shell` is around every
 * page of the studio and is not repeated. What opens later over any page (the account, signing in again, help, the palette) brings its words along.
 */
export const WORDS = {
  shell: ['balance', 'notices', 'queue'],
  account: ['account', 'session'],
  'admin-queue': ['admin'],
  board: ['boards', 'gallery'],
  boards: ['boards'],
  create: ['create'],
  credits: ['credits'],
  document: ['documents', 'speech'],
  documents: ['documents'],
  enterprise: ['enterprise'],
  files: ['files'],
  'forgot-password': ['session'],
  gallery: ['gallery'],
  image: ['gallery', 'pictures'],
  letters: ['session'],
  listening: ['speech'],
  overview: ['dashboard'],
  plans: ['plans'],
  proof: ['documents'],
  'reset-password': ['session'],
  security: ['account', 'security', 'session'],
  share: ['share'],
  'sign-in': ['session'],
  'sign-up': ['session'],
  speech: ['speech'],
  transcript: ['speech', 'transcript'],
  trash: ['gallery', 'pictures'],
  'verify-email': ['session'],
} as const satisfies Readonly<Record<string, readonly Namespace[]>>;
