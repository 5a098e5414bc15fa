import { defineChannel } from '@modu/bus';
import { z } from 'zod';

/** The kinds of the jobs of this domain; see `jobRunTask` in the contracts of jobs. */
export const JOB_KINDS = {
  READ: 'document.read',
  BRAILLE: 'document.braille',
  SPEAK: 'speech.speak',
  TRANSCRIBE: 'speech.transcribe',
} as const;

/** What a job that reads a document carries. */
export const readJobSchema = z.object({
  assetId: z.string(),
  filename: z.string(),
  /** BCP 47, when its owner said so. */
  language: z.string().nullable(),
  /** Pages without text are read from their picture. */
  recognise: z.boolean().default(false),
});
export type ReadJob = z.output<typeof readJobSchema>;

/** Somebody asks what it would cost to read a file, or has it read: workers may make ready for it. Nothing is lost with a message. */
export const readingExpectedChannel = defineChannel(
  'documents.reading-expected',
  /** How its name ends, as `.pdf`; and whether letters will be recognised. */
  z.object({ ending: z.string().max(10), recognise: z.boolean() }),
);
export type ReadingExpected = z.output<typeof readingExpectedChannel.schema>;

/** How the pages of a rendition are set up; see `PageSetup` of the braille engine. */
export const setupSchema = z.object({
  cellsPerLine: z.int(),
  linesPerPage: z.int(),
  pageNumbers: z.enum(['TOP', 'BOTTOM', 'NONE']),
  printPageNumbers: z.boolean(),
  runningHead: z.string(),
  pagesPerVolume: z.int(),
  interpoint: z.boolean(),
  contents: z.boolean(),
  lineBreaks: z.enum(['SYLLABLE', 'WORD']),
  tables: z.enum(['FIT', 'COLUMNS', 'LISTED', 'STAIRS']).default('FIT'),
  math: z.enum(['UEB', 'NEMETH']).default('UEB'),
});

/** What a job that writes a document in braille carries. */
export const brailleJobSchema = z.object({
  documentId: z.string(),
  code: z.string(),
  grade: z.int().nullable(),
  setup: setupSchema,
  /** Of the document when its price was told; not in jobs of earlier versions of us. */
  documentVersion: z.int().optional(),
});
export type BrailleJob = z.output<typeof brailleJobSchema>;

/** What a job that says a text or a document carries; one of both. */
export const speakJobSchema = z.object({
  text: z.string().nullable(),
  documentId: z.string().nullable(),
  title: z.string(),
  /** Of what is said, BCP 47. */
  language: z.string(),
  /** As `espeak-ng:ko`. */
  voice: z.string(),
  rate: z.number(),
  pitch: z.number(),
  format: z.enum(['MP3', 'OPUS', 'WAV']),
});
export type SpeakJob = z.output<typeof speakJobSchema>;

/** What a job that writes a recording down carries. */
export const transcribeJobSchema = z.object({
  assetId: z.string(),
  filename: z.string(),
  /** BCP 47, when its owner said so. */
  language: z.string().nullable(),
  /** As `pocketsphinx`. */
  transcriber: z.string(),
});
export type TranscribeJob = z.output<typeof transcribeJobSchema>;
