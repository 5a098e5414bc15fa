/** What the explorer opens with: a first hour with the graph, one tab a step. Checked against the API in tools/compose. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    query: `# Who you are here, and what you can spend. Put your key above, then run this (Ctrl + Enter).
query WhoAmI {
  me {
    id
    displayName
    credits {
      available
      held
    }
  }
}
`,
  },
  {
    query: `# Asks for a picture. The same idempotencyKey gives the same job, however often it is sent.
mutation MakePicture($input: TextToImageInput!) {
  generateImage(input: $input) {
    __typename
    ... on Job {
      id
      status
      quotedCredits
    }
    ... on Refusal {
      code
      message
      retryAfterMs
    }
  }
}
`,
    variables: `{
  "input": {
    "prompt": "A lighthouse in the rain",
    "width": 512,
    "height": 512,
    "idempotencyKey": "explorer-1"
  }
}`,
  },
  {
    query: `# Watches all of your jobs, live. Leave it running and ask for a picture in another tab.
subscription WatchJobs {
  jobUpdates {
    id
    status
    step
    stepsTotal
    result {
      ... on Image {
        url
      }
    }
  }
}
`,
  },
  {
    query: `# Your newest pictures, a page at a time.
query NewestPictures($first: Int = 10, $after: String) {
  images(first: $first, after: $after) {
    edges {
      node {
        id
        prompt
        thumbnailUrl
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  },
];
