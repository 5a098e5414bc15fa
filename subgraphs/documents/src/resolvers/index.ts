import { Block, OutlineEntry, TextSpan } from './Block.ts';
import { BraillePage, BraillePiece, BrailleRendition } from './BrailleRendition.ts';
import { Correction, Document } from './Document.ts';
import { brailleDocument } from './Mutation/brailleDocument.ts';
import { correctBlock } from './Mutation/correctBlock.ts';
import { deleteDocument } from './Mutation/deleteDocument.ts';
import { deleteSpeechClip } from './Mutation/deleteSpeechClip.ts';
import { speakText } from './Mutation/speakText.ts';
import { deleteTranscript } from './Mutation/deleteTranscript.ts';
import { moveBlock } from './Mutation/moveBlock.ts';
import { readDocument } from './Mutation/readDocument.ts';
import { transcribeSpeech } from './Mutation/transcribeSpeech.ts';
import { undoCorrection } from './Mutation/undoCorrection.ts';
import { brailleCodes } from './Query/brailleCodes.ts';
import { brailleRendition } from './Query/brailleRendition.ts';
import { document } from './Query/document.ts';
import { documents } from './Query/documents.ts';
import { quoteBrailleDocument } from './Query/quoteBrailleDocument.ts';
import { quoteReadDocument } from './Query/quoteReadDocument.ts';
import { quoteSpeakText } from './Query/quoteSpeakText.ts';
import { quoteTranscribeSpeech } from './Query/quoteTranscribeSpeech.ts';
import { speechClip } from './Query/speechClip.ts';
import { speechClips } from './Query/speechClips.ts';
import { transcribers } from './Query/transcribers.ts';
import { transcript } from './Query/transcript.ts';
import { transcripts } from './Query/transcripts.ts';
import { voices } from './Query/voices.ts';
import { SpeechChapter, SpeechClip } from './SpeechClip.ts';
import { Transcript } from './Transcript.ts';

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
  Transcript,
  Query: {
    brailleCodes,
    brailleRendition,
    document,
    documents,
    quoteBrailleDocument,
    quoteReadDocument,
    quoteSpeakText,
    quoteTranscribeSpeech,
    speechClip,
    speechClips,
    transcribers,
    transcript,
    transcripts,
    voices,
  },
  Mutation: {
    brailleDocument,
    correctBlock,
    deleteDocument,
    deleteSpeechClip,
    deleteTranscript,
    moveBlock,
    readDocument,
    speakText,
    transcribeSpeech,
    undoCorrection,
  },
};
