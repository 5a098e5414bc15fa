import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { WORDS } from '../src/app/page-words.ts';

/** What a page may weigh, script as gzip sends it, when it is the first of a visit. */
const FIRST_LOAD_BYTES_MAX = 130_000;

/** Where the build writes what its pages weigh. */
export const FIRST_LOADS = 'first-load.json';

/** A page, what it weighs and what it may. */
export interface FirstLoad {
  readonly route: string;
  readonly bytes: number;
  readonly most: number;
}

/** The pages a visit begins with, and those of pictures, which one goes to all the time: what opens over them is fetched when it opens. */
const FIRST_PAGES = [
  ...['sign-in', 'sign-up', 'create', 'share', 'forgot-password', 'reset-password', 'verify-email'],
  ...['gallery', 'image', 'board', 'boards'],
];
/** The others bring the parts they are made of, and must not grow beyond this. */
const OTHERS_BYTES_MAX = 210_000;

const bytesMax = (route: string): number => (FIRST_PAGES.includes(route) ? FIRST_LOAD_BYTES_MAX : OTHERS_BYTES_MAX);

const WITHOUT_SHELL = new Set([
  'sign-in',
  'sign-up',
  'share',
  'forgot-password',
  'reset-password',
  'verify-email',
  'letters',
]);

/** A piece of built script. */
export interface Piece {
  readonly fileName: string;
  readonly code: string;
  /** The modules it is made of. */
  readonly sources: readonly string[];
  readonly isEntry: boolean;
  readonly imports: readonly string[];
}

/** How many bytes of script a page waits for: the entry, the page, what is around it and what it says, with all they import. */
export function firstLoadBytes(pieces: readonly Piece[], route: string): number {
  const byName = new Map(pieces.map((piece) => [piece.fileName, piece]));
  const said = [
    'shell',
    ...(WITHOUT_SHELL.has(route) ? [] : WORDS.shell),
    ...((WORDS as Record<string, readonly string[]>)[route] ?? []),
  ];
  const sources = [
    `/routes/${route}.tsx`,
    ...(WITHOUT_SHELL.has(route) ? [] : ['/app/Shell.tsx']),
    ...said.map((namespace) => `/lib/language/ko/${namespace}.ts`),
  ];
  const wanted = new Set<Piece>();
  const want = (piece: Piece | undefined) => {
    if (piece === undefined || wanted.has(piece)) return;
    wanted.add(piece);
    for (const name of piece.imports) want(byName.get(name));
  };
  for (const piece of pieces)
    if (piece.isEntry || sources.some((source) => piece.sources.some((id) => id.endsWith(source)))) want(piece);
  return [...wanted].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

/** Weighs every page as it is built, in Korean, whose sentences weigh more, and writes it down; `first-load.test.ts` reads that. */
export function weighFirstLoads(): Plugin {
  return {
    name: 'modu:first-load',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const pieces = Object.values(bundle).flatMap((file) =>
          file.type === 'chunk'
            ? [
                {
                  fileName: file.fileName,
                  code: file.code,
                  sources: file.moduleIds.map((id) => id.replaceAll('\\', '/')),
                  isEntry: file.isEntry,
                  imports: file.imports,
                },
              ]
            : [],
        );
        // Storybook builds with the same settings, and is no page of the studio.
        if (
          !pieces.some(({ isEntry, sources }) => isEntry && sources.some((id) => id.endsWith('/apps/web/src/main.tsx')))
        )
          return;
        const loads = Object.keys(WORDS)
          .filter((route) => route !== 'shell')
          .map((route) => ({
            route,
            bytes: firstLoadBytes(pieces, route),
            most: bytesMax(route),
          }));
        this.info(loads.map(({ route, bytes }) => `${route} ${kilobytes(bytes)}`).join(' · '));
        for (const { route, bytes, most } of loads)
          if (bytes > most) this.warn(`${route} waits for ${kilobytes(bytes)} of script, more than ${kilobytes(most)}`);
        this.emitFile({ type: 'asset', fileName: FIRST_LOADS, source: JSON.stringify(loads) });
      },
    },
  };
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
