import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';
import { ON_REFUSAL, remoteRefusal } from './remote-answer.ts';
import type { RemoteRefusal } from './remote-answer.ts';

const headers = z.array(z.object({ name: z.string(), value: z.string() }));
const ticket = z.object({
  __typename: z.literal('UploadTicket'),
  ...{ id: z.string(), method: z.string(), url: z.string().nullable(), headers },
  /** Null for a file that is put whole. */
  partSizeBytes: z.int().min(1).nullable(),
  received: z.array(z.object({ number: z.number(), sizeBytes: z.number() })),
});
export type UploadTicket = z.output<typeof ticket>;

const signedParts = z.object({
  __typename: z.literal('SignedUploadParts'),
  parts: z.array(z.object({ url: z.string(), headers })),
});
/** Where parts of a large file are put, in the order in which they were asked for. */
export type SignedParts = z.output<typeof signedParts>;

/** A part that is about to be put. */
export interface WantedPart {
  /** From 1. */
  readonly number: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

const asset = z.object({ __typename: z.literal('Asset'), id: z.string(), status: z.string() });
export type RemoteAsset = z.output<typeof asset>;

/** A file that is about to be put into the bucket. */
export interface AnnouncedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly idempotencyKey: string;
  /** `FILE` when absent. */
  readonly purpose?: 'FILE' | 'IMAGE_ORIGINAL' | 'IMAGE_THUMBNAIL';
  /** The picture it belongs to, for pictures of the gallery. */
  readonly imageId?: string;
}

const file = z.object({
  id: z.string(),
  status: z.string(),
  filename: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  url: z.string(),
});
export type RemoteFile = z.output<typeof file>;

/** What a domain asks of assets, always on behalf of the file's owner. */
export interface AssetsClient {
  /** With a link to the bytes that is good for some minutes. Null when it is not there or not the owner's. */
  find(ownerId: string, id: string): Promise<RemoteFile | null>;
  requestUpload(ownerId: string, file: AnnouncedFile): Promise<UploadTicket | RemoteRefusal>;
  signUploadParts(ownerId: string, id: string, parts: readonly WantedPart[]): Promise<SignedParts | RemoteRefusal>;
  completeUpload(ownerId: string, id: string): Promise<RemoteAsset | RemoteRefusal>;
  /** Without effect where there is none. */
  deleteAsset(ownerId: string, id: string): Promise<void>;
}

const requested = z.object({ requestUpload: z.discriminatedUnion('__typename', [ticket, remoteRefusal]) });
const signed = z.object({ signUploadParts: z.discriminatedUnion('__typename', [signedParts, remoteRefusal]) });
const completed = z.object({ completeUpload: z.discriminatedUnion('__typename', [asset, remoteRefusal]) });

const found = z.object({ asset: file.nullable() });

const FIND = 'query ($id: ID!) { asset(id: $id) { id status filename contentType sizeBytes url } }';
const REQUEST = `mutation ($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    ... on UploadTicket { __typename id method url headers { name value } partSizeBytes received { number sizeBytes } } ${ON_REFUSAL}
  }
}`;
const SIGN = `mutation ($id: ID!, $parts: [UploadPartInput!]!) {
  signUploadParts(id: $id, parts: $parts) { ... on SignedUploadParts { __typename parts { url headers { name value } } } ${ON_REFUSAL} }
}`;
const COMPLETE = `mutation ($id: ID!) {
  completeUpload(id: $id) { ... on Asset { __typename id status } ${ON_REFUSAL} }
}`;
const DELETE = `mutation ($id: ID!) { deleteAsset(id: $id) { __typename } }`;
const COMPLETE_TIMEOUT_MS = 30_000;
/** Whoever does the work gets and puts the bytes itself. */
const TO_FOLLOW = { subgraph: 'assets', followsLinks: true } as const;

export function createAssetsClient(caller: ServiceCaller): AssetsClient {
  return {
    find: async (ownerId, id) => {
      const call = { ...TO_FOLLOW, query: FIND, variables: { id }, actingFor: ownerId };
      return found.parse(await caller.call(call)).asset;
    },
    requestUpload: async (ownerId, input) => {
      const variables = { input };
      const call = { ...TO_FOLLOW, query: REQUEST, variables, actingFor: ownerId };
      return requested.parse(await caller.call(call)).requestUpload;
    },
    signUploadParts: async (ownerId, id, parts) => {
      const call = { ...TO_FOLLOW, query: SIGN, variables: { id, parts }, actingFor: ownerId };
      return signed.parse(await caller.call(call)).signUploadParts;
    },
    completeUpload: async (ownerId, id) => {
      const call = { subgraph: 'assets', query: COMPLETE, variables: { id }, actingFor: ownerId };
      return completed.parse(await caller.call({ ...call, timeoutMs: COMPLETE_TIMEOUT_MS })).completeUpload;
    },
    deleteAsset: async (ownerId, id) =>
      void (await caller.call({ subgraph: 'assets', query: DELETE, variables: { id }, actingFor: ownerId })),
  };
}
