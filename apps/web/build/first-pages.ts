/**
 * What nearly every first page of a visit needs, in one piece: many small pieces compress badly, and on a slow line each is one more
 * thing to ask for. Everything else is split by page as the bundler sees fit.
 */
const FIRST = [
  /\brolldown\/runtime\.js$/u,
  /\/node_modules\/(?:react|react-dom|scheduler|wouter|tinykeys|@lingui)\//u,
  // Lists that go on and several questions at once are asked by few pages, which bring what asks them.
  /\/node_modules\/@tanstack\/(?:query-core|react-query)\/(?!.*(?:queriesObserver|infiniteQueryObserver|useQueries|useInfiniteQuery)\.)/u,
  /\/lucide-react\/dist\/esm\/(?:createLucideIcon|Icon|defaultAttributes|context|shared\/.*)\.(?:m?js|ts)$/u,
  /\/apps\/web\/src\/lib\/auth\/(?!proofs|providers|second-step)/u,
  /\/apps\/web\/src\/lib\/(?:early|graph|hearing|keep|keyboard|language|screen|theme|way|words)\/(?!(?:en|ko)\/|generated\/|unanswered)/u,
  /\/apps\/web\/src\/lib\/live\/(?:connection|live-state|subscribe-live)\.ts$/u,
  /\/packages\/ui\/src\/(?:button\/Plain|field\/(?:TextField|TextArea|Native|useNative)|choice\/ChoiceGroup|brand\/|class-names)/u,
  /\/packages\/ui\/src\/(?:feedback\/(?:announcer|LiveRegion|Notice|EmptyState|ErrorState|Skeleton)|overlay\/opens-later)/u,
  // What the shell says of jobs, credits and who is there: small, and wherever a person is signed in.
  /\/apps\/web\/src\/(?:features\/(?:queue\/hooks\/use(?:CancelJob|Jobs|JobWords|ReceiveJob)|notices\/hooks\/useNotices|credits\/hooks\/useMe|account\/(?:model\/avatar-source|components\/Portrait))|lib\/toasts\/index)\.tsx?$/u,
  // Small things that stand on most pages: alone each is mostly the overhead of a file.
  /\/lucide-react\/dist\/esm\/icons\/(?:arrow-left|check|search|star|trash|x)\.(?:m?js|ts)$/u,
  /\/apps\/web\/src\/lib\/pictures\/ratio\.ts$/u,
  // Sheets of some lines that stand around most pages: nothing is painted before the last one has come.
  /\/(?:apps\/web\/src\/(?:lib\/(?:pictures\/picture|screen\/page)|features\/(?:queue\/components\/(?:tray|queue-drawer)|notices\/components\/notices|credits\/components\/balance))|packages\/ui\/src\/field\/search-field)\.css$/u,
  // What the entry and the shell both need, and the styles of both: the document waits for one sheet.
  /\/apps\/web\/src\/(?:app\/query-client\.ts|app\/(?:shell|lost)\.css|features\/session\/model\/return-path\.ts)/u,
  /\/packages\/ui\/src\/styles/u,
] as const;

/**
 * What stands around every page of somebody who is signed in, with all that it needs: two dozen files of some hundred bytes each
 * otherwise, six at a time.
 */
const SHELL = [/\/apps\/web\/src\/app\/Shell\.tsx$/u] as const;

/** The draft of a picture: what Create begins with, and what a picture's page takes its settings back to. */
const DRAFT = [/\/apps\/web\/src\/features\/create\/model\/(?:draft|kept-draft|mask)\.ts$/u] as const;

/** A picture with its stand-in. */
const PICTURE = [/\/apps\/web\/src\/lib\/pictures\//u] as const;

/** A list that goes on: many pages have one, and few of them a wall. */
const LISTS = [/\/node_modules\/@tanstack\/.*\/(?:infiniteQueryObserver|useInfiniteQuery)\./u] as const;

/** A wall with all that lays it out: a dozen small files, and what opens over a wall needs some of them too. */
const WALL = [
  /\/apps\/web\/src\/features\/gallery\/(?:components\/PictureWall\.tsx|hooks\/useTyped\.ts|model\/wall-filter\.ts|index\.ts)$/u,
  /\/apps\/web\/src\/features\/boards\/components\/BoardDockLater\.tsx$/u,
] as const;

/** Who somebody is: asked for on the pages one signs in by, and again beside the account. */
const SESSION = [
  /\/apps\/web\/src\/features\/session\/(?:components\/(?:CredentialFields|LanguageChoice|ThemeChoice)|hooks\/useProblemWords|model\/credentials)\.tsx?$/u,
  /\/apps\/web\/src\/lib\/auth\/(?:proofs|providers|second-step)\.ts$/u,
] as const;

const isOneOf =
  (parts: readonly RegExp[]) =>
  (id: string): boolean =>
    parts.some((part) => part.test(id.replaceAll('\\', '/')));

/** The bundler's setting for it. */
export const firstPages = [
  { name: 'first', test: isOneOf(FIRST), priority: 3 },
  { name: 'shell', test: isOneOf(SHELL), priority: 2 },
  { name: 'draft', test: isOneOf(DRAFT), priority: 3 },
  { name: 'picture', test: isOneOf(PICTURE), priority: 2 },
  { name: 'session', test: isOneOf(SESSION), priority: 2 },
  { name: 'lists', test: isOneOf(LISTS), priority: 2 },
  { name: 'wall', test: isOneOf(WALL), priority: 1 },
];
