/** What well-behaved clients send: the ground that mutations start from. */
export interface HonestRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export const HONEST: readonly HonestRequest[] = [
  {
    query: 'query Image($id: ID!) { image(id: $id) { id prompt thumbnailUrl starred tags } queue { depth } }',
    variables: { id: '7' },
    operationName: 'Image',
  },
  { query: '{ queue { depth running myQueued myRunning expectedWaitMs } }', variables: {} },
  {
    query: `query Many($first: Int, $after: String) {
      images(first: $first, after: $after) { edges { cursor node { ...Card } } pageInfo { hasNextPage endCursor } }
    }
    fragment Card on Image { id prompt asset { id url } }`,
    variables: { first: 20, after: null },
  },
  {
    query: `mutation Make($input: TextToImageInput!) {
      generateImage(input: $input) { __typename ... on Job { id status } ... on Refusal { code message path } }
    }`,
    variables: { input: { prompt: 'a persimmon tree', width: 512, height: 512, idempotencyKey: 'k-1' } },
  },
  {
    query: 'subscription Watch($id: ID!) { jobProgress(id: $id) { id status progress } }',
    variables: { id: 'j1' },
  },
  { query: '{ __schema { types { name fields { name type { name ofType { name } } } } } }', variables: {} },
  { query: '{ __typename }', variables: {} },
];
