import type { Emphasis } from '../block.ts';
import { childOf, elementsOf, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { ommlToLatex } from '../math/omml-to-latex.ts';
import type { TextBuilder } from '../rich-text.ts';
import type { Shift } from '../shifted.ts';
import { value } from './styles.ts';

const EMPHASES: readonly (readonly [element: string, emphasis: Emphasis])[] = [
  ['em', 'EMPHASIS'],
  ['b', 'BOLD'],
  ['i', 'ITALIC'],
  ['u', 'UNDERLINE'],
  ['strike', 'STRIKE'],
];
const SHIFTS: Readonly<Record<string, Shift>> = { superscript: 'UP', subscript: 'DOWN' };
const isOn = (node: MarkupNode | undefined): boolean =>
  node !== undefined && !/^(0|false|none|off)$/.test(value(node) ?? '');

/** Adds the runs of a paragraph and of what is in it: links, tracked insertions, fields, math. What was deleted is not read. */
export function addRuns(builder: TextBuilder, node: MarkupNode, links: ReadonlyMap<string, string>): void {
  for (const child of elementsOf(node)) {
    if (child.name === 'r') addRun(builder, child);
    else if (child.name === 'oMath') addMath(builder, child);
    else if (child.name === 'hyperlink') {
      const link = links.get(child.attributes['id'] ?? '');
      const close = link && builder.open({ link });
      addRuns(builder, child, links);
      if (close) close();
    } else if (!/^(del|moveFrom|pPr|tbl|Fallback)$/.test(child.name)) addRuns(builder, child, links);
  }
}

function addMath(builder: TextBuilder, math: MarkupNode): void {
  const close = builder.open({ math: true });
  builder.add(ommlToLatex(math));
  close();
}

function addRun(builder: TextBuilder, run: MarkupNode): void {
  const properties = childOf(run, 'rPr');
  if (isOn(childOf(properties, 'vanish'))) return;
  const closing = EMPHASES.flatMap(([element, emphasis]) =>
    isOn(childOf(properties, element)) ? [builder.open({ emphasis })] : [],
  );
  const shift = SHIFTS[value(childOf(properties, 'vertAlign')) ?? ''];
  if (shift) closing.push(builder.shift(shift));
  for (const child of elementsOf(run)) {
    if (child.name === 't') builder.add(wordsOf(child));
    else if (child.name === 'tab') builder.add(' ');
    else if (child.name === 'br' && child.attributes['type'] === undefined) builder.lineBreak();
    else if (child.name === 'noBreakHyphen') builder.add('-');
    else if (child.name === 'ruby') builder.add(wordsOf(childOf(child, 'rubyBase') ?? ''));
  }
  for (const close of closing.reverse()) close();
}
