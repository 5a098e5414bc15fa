import { childOf, childrenOf, elementsOf, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { signsToLatex } from './mathml-to-latex.ts';

/** Word's own math as LaTeX. */
export function ommlToLatex(math: MarkupNode): string {
  return inner(math).trim().replaceAll(/ {2,}/g, ' ');
}

const inner = (node: MarkupNode | undefined): string => (node ? elementsOf(node).map(toLatex).join('') : '');
const part = (node: MarkupNode, name: string): string => inner(childOf(node, name)).trim();
const setting = (node: MarkupNode, properties: string, name: string): string | undefined =>
  childOf(childOf(node, properties), name)?.attributes['val'];

const WRITERS: Readonly<Record<string, (node: MarkupNode) => string>> = {
  r: (node) => signsToLatex(childrenOf(node, 't').map(wordsOf).join('')),
  f: (node) => `\\frac{${part(node, 'num')}}{${part(node, 'den')}}`,
  sSup: (node) => `${part(node, 'e')}^{${part(node, 'sup')}}`,
  sSub: (node) => `${part(node, 'e')}_{${part(node, 'sub')}}`,
  sSubSup: (node) => `${part(node, 'e')}_{${part(node, 'sub')}}^{${part(node, 'sup')}}`,
  rad: (node) => {
    const degree = part(node, 'deg');
    return degree === '' ? `\\sqrt{${part(node, 'e')}}` : `\\sqrt[${degree}]{${part(node, 'e')}}`;
  },
  nary: (node) => {
    const sign = signsToLatex(setting(node, 'naryPr', 'chr') ?? '∫').trim();
    const [low, high] = [part(node, 'sub'), part(node, 'sup')];
    return `${sign}${low && `_{${low}}`}${high && `^{${high}}`} ${part(node, 'e')}`;
  },
  d: (node) => {
    const [open, close] = [setting(node, 'dPr', 'begChr') ?? '(', setting(node, 'dPr', 'endChr') ?? ')'];
    return `${signsToLatex(open)}${childrenOf(node, 'e').map(inner).join(',')}${signsToLatex(close)}`;
  },
  func: (node) => `\\${part(node, 'fName').replaceAll(/[^a-z]/gi, '')} ${part(node, 'e')}`,
  bar: (node) => `\\overline{${part(node, 'e')}}`,
  m: (node) => {
    const rows = childrenOf(node, 'mr').map((row) => childrenOf(row, 'e').map(inner).join(' & '));
    return `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`;
  },
};

function toLatex(node: MarkupNode): string {
  return WRITERS[node.name]?.(node) ?? (node.name.endsWith('Pr') ? '' : inner(node));
}
