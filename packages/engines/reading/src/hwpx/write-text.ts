import type { RichText } from '../block.ts';
import { childOf, childrenOf, elementsOf, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { hangulToLatex } from '../math/hangul-to-latex.ts';
import { createTextBuilder } from '../rich-text.ts';
import type { TextBuilder } from '../rich-text.ts';
import type { HwpxStyles } from './hwpx-styles.ts';
import type { HwpxNumbering } from './numbering.ts';

/** What the paragraphs of a section refer to. */
export interface HwpxContext {
  readonly styles: HwpxStyles;
  readonly numbering: HwpxNumbering;
  /** The numbering of its outline. */
  readonly outline: string;
}

/** What a paragraph itself says; what is anchored in it is read elsewhere. */
export function paragraphText(paragraph: MarkupNode, { styles }: HwpxContext): RichText {
  const builder = createTextBuilder();
  for (const run of childrenOf(paragraph, 'run')) addRun(run, builder, styles);
  return builder.build();
}

/** What paragraphs say that stand in one place, each on a line with its number. */
export function linesText(paragraphs: Iterable<MarkupNode>, { styles, numbering, outline }: HwpxContext): RichText {
  const builder = createTextBuilder();
  for (const paragraph of paragraphs) {
    if (!builder.isEmpty()) builder.lineBreak();
    const mark = numbering.next(paragraph.attributes['paraPrIDRef'], outline);
    if (mark && mark.marker !== '') builder.add(`${mark.marker} `);
    for (const run of childrenOf(paragraph, 'run')) addRun(run, builder, styles);
  }
  return builder.build();
}

function addRun(run: MarkupNode, builder: TextBuilder, styles: HwpxStyles): void {
  const closing = styles.emphasesOf(run.attributes['charPrIDRef']).map((emphasis) => builder.open({ emphasis }));
  const shift = styles.shiftOf(run.attributes['charPrIDRef']);
  if (shift) closing.push(builder.shift(shift));
  for (const child of elementsOf(run)) {
    if (child.name === 't') addText(child, builder);
    else if (child.name === 'equation') {
      const close = builder.open({ math: true });
      builder.add(hangulToLatex(wordsOf(childOf(child, 'script') ?? '')));
      close();
    } else if (child.name === 'ctrl') builder.add(captionNumber(child));
  }
  for (const close of closing.reverse()) close();
}

/** Hangul counts tables, pictures and equations in their captions; the numbers of notes and pages are told elsewhere. */
function captionNumber(control: MarkupNode): string {
  const { numType = '', num = '' } = childOf(control, 'autoNum')?.attributes ?? {};
  return /^(PICTURE|TABLE|EQUATION)$/.test(numType) ? num : '';
}

function addText(node: MarkupNode, builder: TextBuilder): void {
  for (const child of node.children) {
    if (typeof child === 'string') builder.add(child);
    else if (child.name === 'lineBreak') builder.lineBreak();
    else if (/^(tab|nbSpace|fwSpace)$/.test(child.name)) builder.add(' ');
    else if (child.name === 'hyphen') builder.add('-');
    else if (!/^delete/.test(child.name)) addText(child, builder);
  }
}
