import { BEGINNING, outlineVariables, tileVariables } from '../src/features/gallery/model/wall-questions.ts';
import { WallChunkDocument, WallTimelineDocument } from '../src/lib/graph/generated/graphql.ts';
import type { ThumbnailSize } from '../src/lib/graph/generated/graphql.ts';
import { operationBody } from '../src/lib/graph/operation-body.ts';

const WHOLE_WALL = { filter: {}, sort: 'NEWEST' } as const;

/** What a page asks at an address without a search, by path and by how fine the screen is: bodies as they are sent. */
export type FirstQuestions = Readonly<Record<string, Readonly<Record<'coarse' | 'fine', readonly string[]>>>>;

const wallAsks = (size: ThumbnailSize) => [
  JSON.stringify({ ...operationBody(WallChunkDocument), variables: tileVariables(WHOLE_WALL, BEGINNING, size) }),
  JSON.stringify({ ...operationBody(WallTimelineDocument), variables: outlineVariables(WHOLE_WALL, null) }),
];

/** Asked by `public/boot.js`, as soon as the key to the API is there. */
export const firstQuestions: FirstQuestions = {
  '/gallery': { coarse: wallAsks('SMALL'), fine: wallAsks('MEDIUM') },
};
