import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { WORDS } from '../src/app/page-words.ts';
import { firstQuestions } from './first-questions.ts';

/** Paths a visit begins with, by their route, and the gallery, which is what one comes back to. `public/boot.js` knows them by the same names. */
const BEGINNINGS = {
  '/': 'create',
  '/gallery': 'gallery',
  '/sign-in': 'sign-in',
  '/sign-up': 'sign-up',
  '/s/': 'share',
} as const;
/** Where the document keeps room for it: before `boot.js`, after what says how the document is written. */
const PLACE = '<!-- first-pages -->';
/** Runs before anything is drawn: in the document itself, it is not one more thing to wait for. */
const BOOT = '<script src="/boot.js"></script>';
const OPEN: readonly string[] = ['sign-in', 'sign-up', 'share'];

/** A built piece, as far as it matters here. */
export interface BuiltPiece {
  readonly fileName: string;
  readonly sources: readonly string[];
  /** The module it stands for, when it is a few lines that hand on what lies in a piece with others. */
  readonly facade: string | null;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly styles: readonly string[];
}

/** What each first page fetches beyond what the document itself names, by path; words by language. */
export interface FirstPages {
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<'en' | 'ko', Readonly<Record<string, readonly string[]>>>>;
}

/** Finds the files of the first pages in a build. */
export function firstPagesOf(pieces: readonly BuiltPiece[]): FirstPages {
  const byName = new Map(pieces.map((piece) => [piece.fileName, piece]));
  const closure = (roots: readonly (BuiltPiece | undefined)[]) => {
    const found = new Set<BuiltPiece>();
    const visit = (piece: BuiltPiece | undefined) => {
      if (piece === undefined || found.has(piece)) return;
      found.add(piece);
      for (const name of piece.imports) visit(byName.get(name));
    };
    roots.forEach(visit);
    return [...found].flatMap(({ fileName, styles }) => [fileName, ...styles]);
  };
  const hands = (piece: BuiltPiece, source: string) => piece.facade?.endsWith(source) === true;
  const holds = (piece: BuiltPiece, source: string) => piece.sources.some((id) => id.endsWith(source));
  // What is asked for by its module is the few lines that stand for it, where there are such, and what they hand on.
  const from = (source: string) => pieces.filter((piece) => hands(piece, source) || holds(piece, source));
  const known = new Set(closure(pieces.filter(({ isEntry }) => isEntry)));
  const entries = Object.entries(BEGINNINGS);
  const saidOn = (route: (typeof BEGINNINGS)[keyof typeof BEGINNINGS]) => [
    ...(OPEN.includes(route) ? [] : WORDS.shell),
    ...WORDS[route],
  ];
  const words = (locale: 'en' | 'ko') =>
    Object.fromEntries(
      entries.map(([path, route]) => [
        path,
        [
          ...new Set(
            ['shell', ...saidOn(route)].flatMap((name) =>
              from(`/language/${locale}/${name}.ts`).map(({ fileName }) => fileName),
            ),
          ),
        ],
      ]),
    );
  return {
    pages: Object.fromEntries(
      entries.map(([path, route]) => [
        path,
        closure([...from(`/routes/${route}.tsx`), ...(OPEN.includes(route) ? [] : from('/app/Shell.tsx'))]).filter(
          (file) => !known.has(file),
        ),
      ]),
    ),
    words: { en: words('en'), ko: words('ko') },
  };
}

/** Tells `boot.js` in the document what to fetch at once, so that a page is not asked for only after the entry has run. */
export function preloadFirstPages(): Plugin {
  return {
    name: 'modu:preload-first-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const pieces = Object.values(bundle).flatMap((file) =>
          file.type === 'chunk'
            ? [
                {
                  fileName: file.fileName,
                  sources: file.moduleIds.map((id) => id.replaceAll('\\', '/')),
                  facade: file.facadeModuleId?.replaceAll('\\', '/') ?? null,
                  isEntry: file.isEntry,
                  imports: file.imports,
                  styles: [...(file.viteMetadata?.importedCss ?? [])],
                },
              ]
            : [],
        );
        // Data, not script: the policy of the page lets no inline script run, and this runs nothing.
        const data = JSON.stringify({ ...firstPagesOf(pieces), asks: firstQuestions }).replaceAll('<', '\\u003c');
        const boot = withoutRemarks(readFileSync(new URL('../public/boot.js', import.meta.url), 'utf8'));
        return html
          .replace(PLACE, () => `<script type="application/json" id="first-pages">${data}</script>`)
          .replace(BOOT, () => `<script>${boot}</script>`);
      },
    },
  };
}

/** A script without the lines that say why. */
const withoutRemarks = (script: string) => script.replaceAll(/^\s*\/\/.*\n/gmu, '');
