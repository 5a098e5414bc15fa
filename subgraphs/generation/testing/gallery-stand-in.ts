import type { Logger } from '@modu/logger';
import { createSubgraphServer } from '@modu/subgraph';
import type { BaseContext, SubgraphServer } from '@modu/subgraph';
import { actsFor, assertService } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';

interface StandInImage {
  readonly id: string;
  readonly ownerId: string;
  readonly assetId: string;
  readonly jobId: string;
  readonly parentId: string | null;
  readonly task: string;
  readonly batchIndex: number;
  readonly prompt: string | null;
  readonly negativePrompt: string | null;
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The gallery's published schema over a list: a picture that is made twice would be seen twice. */
export interface GalleryStandIn {
  readonly service: SubgraphServer;
  readonly images: readonly StandInImage[];
  imagesOf(jobId: string): readonly StandInImage[];
}

/** With the size that the picture was asked for. */
const show = (image: StandInImage | undefined) =>
  image ? { ...image, ...image.settings, asset: { id: image.assetId } } : null;

export async function createGalleryStandIn({
  identity,
  logger,
}: {
  identity: IdentityTokens;
  logger: Logger;
}): Promise<GalleryStandIn> {
  const images: StandInImage[] = [];
  const trash = new Set<string>();
  const theirs = (ids: readonly string[], viewer: Viewer) =>
    images.filter(({ id, ownerId }) => ids.includes(id) && ownerId === actsFor(viewer));
  const service = await createSubgraphServer<BaseContext>({
    name: 'gallery',
    schemaFile: new URL('../../gallery/schema.graphql', import.meta.url),
    identity,
    logger,
    createContext: (base) => base,
    resolvers: {
      Query: {
        image: (_: unknown, { id }: { id: string }, { viewer }: BaseContext) =>
          show(images.find((image) => image.id === id && image.ownerId === actsFor(viewer))),
      },
      Mutation: {
        createImage: (_: unknown, { input }: { input: StandInImage }, { viewer }: BaseContext) => {
          assertService(viewer);
          const known = images.find(({ id }) => id === input.id);
          if (!known) images.push(input);
          return { __typename: 'Image', ...(known ?? input) };
        },
        deleteImages: (_: unknown, { ids }: { ids: string[] }, { viewer }: BaseContext) => {
          const found = theirs(ids, viewer);
          for (const { id } of found) trash.add(id);
          return { __typename: 'ChangedImages', images: found.map(show), missingIds: [] };
        },
        purgeImages: (_: unknown, { ids }: { ids: string[] }, { viewer }: BaseContext) => {
          const found = theirs(ids, viewer).filter(({ id }) => trash.has(id));
          for (const image of found) images.splice(images.indexOf(image), 1);
          return { __typename: 'PurgedImages', ids: found.map(({ id }) => id), missingIds: [] };
        },
      },
    },
  });
  return { service, images, imagesOf: (jobId) => images.filter((image) => image.jobId === jobId) };
}
