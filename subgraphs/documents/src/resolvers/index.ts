import { Block, OutlineEntry, TextSpan } from './Block.ts';
import { BraillePage, BraillePiece, BrailleRendition } from './BrailleRendition.ts';
import { Correction, Document } from './Document.ts';
import { brailleDocument } from './Mutation/brailleDocument.ts';
import { correctBlock } from './Mutation/correctBlock.ts';
import { deleteDocument } from './Mutation/deleteDocument.ts';
import { moveBlock } from './Mutation/moveBlock.ts';
import { readDocument } from './Mutation/readDocument.ts';
import { undoCorrection } from './Mutation/undoCorrection.ts';
import { brailleCodes } from './Query/brailleCodes.ts';
import { brailleRendition } from './Query/brailleRendition.ts';
import { document } from './Query/document.ts';
import { documents } from './Query/documents.ts';
import { quoteBrailleDocument } from './Query/quoteBrailleDocument.ts';
import { quoteReadDocument } from './Query/quoteReadDocument.ts';

export const resolvers = {
  Block,
  BraillePage,
  BraillePiece,
  BrailleRendition,
  Correction,
  Document,
  OutlineEntry,
  TextSpan,
  Query: { brailleCodes, brailleRendition, document, documents, quoteBrailleDocument, quoteReadDocument },
  Mutation: { brailleDocument, correctBlock, deleteDocument, moveBlock, readDocument, undoCorrection },
};
