export type {
  BrailleBlock,
  FigureBlock,
  HeadingBlock,
  ListBlock,
  ListItem,
  MathBlock,
  NoteBlock,
  PageBreakBlock,
  ParagraphBlock,
  TableBlock,
} from './blocks.ts';
export type { BackTranslation, BrailleCallOptions, BrailleCode, BrailleEngine, MathCode } from './codes.ts';
export {
  type BrailleEdition,
  type BrailleRefusal,
  type BrailleText,
  type CellGroup,
  type Emphasis,
  isRefusal,
  type PrintSpan,
  type PrintText,
  TEXT_CHARS_MAX,
  type Undecided,
} from './contract.ts';
export { chooseSystemLouis, LIBLOUIS_CHOICES } from './louis/find-system-louis.ts';
export type { LiblouisChoice, SystemLouis } from './louis/find-system-louis.ts';
export { createBrailleEngine, listBrailleCodes } from './engine.ts';
export { type BrfOptions, brfPage, fromAscii, toAscii, unicodePage } from './files/brf.ts';
export { pefPieces, type PefMeta } from './files/pef.ts';
export { describeRule, type RuleDescription } from './korean/rules.ts';
export { backTranslateKorean } from './korean/back-translate.ts';
export { type KoreanOptions, translateKorean } from './korean/translate.ts';
export { contentsTitleOf } from './layout/contents-title.ts';
export {
  type BlockSource,
  type LayoutOptions,
  layoutPages,
  LayoutRefused,
  pagesPerVolume,
} from './layout/layout-pages.ts';
export { DEFAULT_SETUP, parsePageSetup, type SetupRefusal } from './layout/setup.ts';
export { LouisError, type LouisOptions } from './louis/louis-client.ts';
export { type MathNode, parseLatex } from './math/parse-latex.ts';
export type { BraillePage, LinePiece, PageLine, PageSetup } from './pages.ts';
export { cellsEditionOf, type CodeEdition, editionOfCode, engineEdition } from './engine-edition.ts';
export { type KeptPage, packPage, unpackPage } from './kept-pages.ts';
export { keyOfPrint, type KeptTexts, packTexts, unpackTexts } from './kept-cells.ts';
