import { Block, OutlineEntry, TextSpan } from './Block.ts';
import { BraillePage, BraillePiece, BrailleRendition } from './BrailleRendition.ts';
import { Correction, Document } from './Document.ts';
import { brailleDocument } from './Mutation/brailleDocument.ts';
import { correctBlock } from './Mutation/correctBlock.ts';
import { deleteDocument } from './Mutation/deleteDocument.ts';
import { deleteSpeechClip } from './Mutation/deleteSpeechClip.ts';
import { speakText } from './Mutation/speakText.ts';
import { moveBlock } from './Mutation/moveBlock.ts';
import { readDocument } from './Mutation/readDocument.ts';
import { undoCorrection } from './Mutation/undoCorrection.ts';
import { brailleCodes } from './Query/brailleCodes.ts';
import { brailleRendition } from './Query/brailleRendition.ts';
import { document } from './Query/document.ts';
import { documents } from './Query/documents.ts';
import { quoteBrailleDocument } from './Query/quoteBrailleDocument.ts';
import { quoteReadDocument } from './Query/quoteReadDocument.ts';
import { quoteSpeakText } from './Query/quoteSpeakText.ts';
import { speechClip } from './Query/speechClip.ts';
import { speechClips } from './Query/speechClips.ts';
import { voices } from './Query/voices.ts';
import { SpeechChapter, SpeechClip } from './SpeechClip.ts';

export const resolvers = {
  Block,
  BraillePage,
  BraillePiece,
  BrailleRendition,
  Correction,
  Document,
  OutlineEntry,
  SpeechChapter,
  SpeechClip,
  TextSpan,
  Query: {
    brailleCodes,
    brailleRendition,
    document,
    documents,
    quoteBrailleDocument,
    quoteReadDocument,
    quoteSpeakText,
    speechClip,
    speechClips,
    voices,
  },
  Mutation: {
    brailleDocument,
    correctBlock,
    deleteDocument,
    deleteSpeechClip,
    moveBlock,
    readDocument,
    speakText,
    undoCorrection,
  },
};
