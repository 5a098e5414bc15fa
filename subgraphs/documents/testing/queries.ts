/** The questions that tests ask of documents. */
const START = '{ __typename ... on Job { id } ... on Refusal { code message path retryAfterMs } }';

export const READ_DOCUMENT = `mutation ($input: ReadDocumentInput!) { readDocument(input: $input) ${START} }`;
export const QUOTE_READ = `query ($input: ReadDocumentInput!) {
  quoteReadDocument(input: $input) { credits estimatedMs refusal { code message path } }
}`;
export const DELETE_DOCUMENT = `mutation ($id: ID!) {
  deleteDocument(id: $id) { __typename ... on DeletedDocument { id } ... on Refusal { code } }
}`;
export const DOCUMENT = `query ($id: ID!, $first: Int, $after: String, $withLeftOut: Boolean) {
  document(id: $id) {
    id title language format state version lastCorrection { blockId act } pageCount partsRead partCount blockCount pagesWithoutText asset { id } job { id }
    outline { blockId level text page }
    blocks(first: $first, after: $after, withLeftOut: $withLeftOut) {
      edges { cursor node { id kind position confidence version isCorrected isLeftOut page level text spans { start end language emphasis link math } isOrdered
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
    id code grade state isOutdated cellsPerLine linesPerPage pageCount document { id } brf { id } pef { id } unicode { id } setup { tables runningHead pageNumbers } edition { name version tables isCurrent } page(number: 1) { number }
    pages(first: $first, after: $after) {
      edges { node { number volume printPage backTranslation blocks { id kind text }
        lines { cells pieces { at length blockId path start end undecided rule { id article title } } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const CORRECTED = `{ __typename ... on Refusal { code message path }
  ... on CorrectedDocument { document { id version lastCorrection { blockId act } } block { id kind level text version isCorrected isLeftOut position
    spans { start end language } items { marker text } rows { cells { text } } } } }`;
export const CORRECT_BLOCK = `mutation ($input: CorrectBlockInput!) { correctBlock(input: $input) ${CORRECTED} }`;
export const MOVE_BLOCK = `mutation ($input: MoveBlockInput!) { moveBlock(input: $input) ${CORRECTED} }`;
export const UNDO_CORRECTION = `mutation ($input: UndoCorrectionInput!) { undoCorrection(input: $input) ${CORRECTED} }`;
export const FIND = `query ($id: ID!, $query: String!, $first: Int) {
  brailleRendition(id: $id) { find(query: $query, first: $first) { page line piece excerpt } }
}`;
