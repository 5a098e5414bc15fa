import { Block, OutlineEntry, TextSpan } from './Block.ts';
import { BraillePage, BraillePiece, BrailleRendition } from './BrailleRendition.ts';
import { Document } from './Document.ts';
import { brailleDocument } from './Mutation/brailleDocument.ts';
import { deleteDocument } from './Mutation/deleteDocument.ts';
import { deleteSpeechClip } from './Mutation/deleteSpeechClip.ts';
import { readDocument } from './Mutation/readDocument.ts';
import { speakText } from './Mutation/speakText.ts';
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
  Mutation: { brailleDocument, deleteDocument, deleteSpeechClip, readDocument, speakText },
};
