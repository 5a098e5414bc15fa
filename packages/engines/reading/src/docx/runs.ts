import type { Emphasis } from '../block.ts';
import { childOf, elementsOf, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { ommlToLatex } from '../math/omml-to-latex.ts';
import type { TextBuilder } from '../rich-text.ts';
import type { Shift } from '../shifted.ts';
import { believedLanguage } from '../text/language.ts';
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

/** What runs are read by. */
export interface RunContext {
  readonly links: ReadonlyMap<string, string>;
  /** Of the whole, and that which its styles give to what says none. */
  readonly languages: { readonly main: string; readonly usual: string };
}

/** Adds the runs of a paragraph and of what is in it: links, tracked insertions, fields, math. What was deleted is not read. */
export function addRuns(builder: TextBuilder, node: MarkupNode, context: RunContext): void {
  for (const child of elementsOf(node)) {
    if (child.name === 'r') addRun(builder, child, context.languages);
    else if (child.name === 'oMath') addMath(builder, child);
    else if (child.name === 'hyperlink') {
      const link = context.links.get(child.attributes['id'] ?? '');
      const close = link && builder.open({ link });
      addRuns(builder, child, context);
      if (close) close();
    } else if (!/^(del|moveFrom|pPr|tbl|Fallback)$/.test(child.name)) addRuns(builder, child, context);
  }
}

function addMath(builder: TextBuilder, math: MarkupNode): void {
  const close = builder.open({ math: true });
  builder.add(ommlToLatex(math));
  close();
}

function addRun(builder: TextBuilder, run: MarkupNode, languages: RunContext['languages']): void {
  const properties = childOf(run, 'rPr');
  if (isOn(childOf(properties, 'vanish'))) return;
  const closing = EMPHASES.flatMap(([element, emphasis]) =>
    isOn(childOf(properties, element)) ? [builder.open({ emphasis })] : [],
  );
  const language = languageIn(childOf(properties, 'lang'), { languages, text: wordsOf(run) });
  if (language) closing.push(builder.open({ language }));
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

const EAST_ASIAN = /[\p{Script=Hang}\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}]/u;
const primary = (tag: string) => tag.slice(0, 2).toLowerCase();

/**
 * The language that the author gave a passage, where it is another than that of the whole and its letters may be of it. English beside Korean, Japanese
 * or Chinese is told by its letters: Word marks each name and abbreviation so.
 */
function languageIn(
  lang: MarkupNode | undefined,
  { languages: { main, usual }, text }: { readonly languages: RunContext['languages']; readonly text: string },
): string | undefined {
  const said = lang?.attributes[EAST_ASIAN.test(text) ? 'eastAsia' : 'val'];
  if (!said || !/\p{L}/u.test(text) || [main, usual].some((one) => primary(one) === primary(said))) return undefined;
  if (primary(said) === 'en' && /^(ko|ja|zh)/.test(main)) return undefined;
  return believedLanguage(said, text);
}
