import { Block, OutlineEntry, TextSpan } from './Block.ts';
import { Document } from './Document.ts';
import { deleteDocument } from './Mutation/deleteDocument.ts';
import { readDocument } from './Mutation/readDocument.ts';
import { document } from './Query/document.ts';
import { documents } from './Query/documents.ts';
import { quoteReadDocument } from './Query/quoteReadDocument.ts';

export const resolvers = {
  Block,
  Document,
  OutlineEntry,
  TextSpan,
  Query: { document, documents, quoteReadDocument },
  Mutation: { deleteDocument, readDocument },
};
