/** The questions that tests ask of documents. */
const START = '{ __typename ... on Job { id } ... on Refusal { code message path retryAfterMs } }';

export const READ_DOCUMENT = `mutation ($input: ReadDocumentInput!) { readDocument(input: $input) ${START} }`;
export const QUOTE_READ = `query ($input: ReadDocumentInput!) {
  quoteReadDocument(input: $input) { credits estimatedMs refusal { code message path } }
}`;
export const DELETE_DOCUMENT = `mutation ($id: ID!) {
  deleteDocument(id: $id) { __typename ... on DeletedDocument { id } ... on Refusal { code } }
}`;
export const DOCUMENT = `query ($id: ID!, $first: Int, $after: String) {
  document(id: $id) {
    id title language format state pageCount partsRead partCount blockCount asset { id } job { id }
    outline { blockId level text page }
    blocks(first: $first, after: $after) {
      edges { cursor node { id kind position page level text spans { start end language emphasis link math } isOrdered
        items { depth marker text } rows { cells { isHeader columnSpan rowSpan text } } caption label } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
export const DOCUMENTS = `query ($first: Int, $after: String) {
  documents(first: $first, after: $after) { edges { node { id title state } } pageInfo { hasNextPage endCursor } }
}`;

export const BRAILLE_DOCUMENT = `mutation ($input: BrailleDocumentInput!) { brailleDocument(input: $input) ${START} }`;
export const QUOTE_BRAILLE = `query ($input: BrailleDocumentInput!) {
  quoteBrailleDocument(input: $input) { credits estimatedMs refusal { code message path } }
}`;
export const RENDITION = `query ($id: ID!, $first: Int, $after: String) {
  brailleRendition(id: $id) {
    id code grade state cellsPerLine linesPerPage pageCount document { id } brf { id } pef { id }
    pages(first: $first, after: $after) {
      edges { node { number volume printPage blocks { id kind text }
        lines { cells pieces { at length blockId path start end undecided rule { id article title } } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
