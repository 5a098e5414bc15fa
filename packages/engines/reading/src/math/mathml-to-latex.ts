import { elementsOf, findAll, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';

/** Signs that LaTeX has a name for. */
const SIGNS: Readonly<Record<string, string>> = {
  '×': '\\times ',
  '÷': '\\div ',
  '±': '\\pm ',
  '∓': '\\mp ',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '≡': '\\equiv ',
  '∞': '\\infty ',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '∂': '\\partial ',
  '∇': '\\nabla ',
  '∈': '\\in ',
  '∉': '\\notin ',
  '⊂': '\\subset ',
  '∪': '\\cup ',
  '∩': '\\cap ',
  '∅': '\\emptyset ',
  '→': '\\to ',
  '⇒': '\\Rightarrow ',
  '⇔': '\\Leftrightarrow ',
  '∀': '\\forall ',
  '∃': '\\exists ',
  '∠': '\\angle ',
  '△': '\\triangle ',
  '⊥': '\\perp ',
  '∥': '\\parallel ',
  '∴': '\\therefore ',
  '∵': '\\because ',
  α: '\\alpha ',
  β: '\\beta ',
  γ: '\\gamma ',
  δ: '\\delta ',
  ε: '\\epsilon ',
  θ: '\\theta ',
  λ: '\\lambda ',
  μ: '\\mu ',
  π: '\\pi ',
  ρ: '\\rho ',
  σ: '\\sigma ',
  τ: '\\tau ',
  φ: '\\phi ',
  ω: '\\omega ',
  Δ: '\\Delta ',
  Σ: '\\Sigma ',
  Ω: '\\Omega ',
  '−': '-',
  '\u2061': '',
  '\u2062': '',
  '\u2063': ',',
  '\u2064': '',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
};
const FUNCTIONS: ReadonlySet<string> = new Set([
  'sin',
  'cos',
  'tan',
  'log',
  'ln',
  'lim',
  'max',
  'min',
  'exp',
  'det',
  'sec',
  'csc',
  'cot',
]);
const ACCENTS: Readonly<Record<string, string>> = {
  '¯': 'overline',
  '‾': 'overline',
  '^': 'hat',
  '→': 'vec',
  '⃗': 'vec',
  '˙': 'dot',
  '~': 'tilde',
};

/** The signs of a piece of math as LaTeX writes them. */
export function signsToLatex(text: string): string {
  return [...text.trim()].map((sign) => SIGNS[sign] ?? sign).join('');
}

const braced = (latex: string) => `{${latex.trim()}}`;

/** MathML as LaTeX: what the document brought along as LaTeX, else element by element. */
export function mathmlToLatex(math: MarkupNode): string {
  for (const annotation of findAll(math, 'annotation'))
    if (/tex/i.test(annotation.attributes['encoding'] ?? '')) return wordsOf(annotation).trim();
  return toLatex(math).trim().replaceAll(/ {2,}/g, ' ');
}

type Write = (node: MarkupNode, parts: readonly string[]) => string;

const WRITERS: Readonly<Record<string, Write>> = {
  mi: (node) => {
    const name = wordsOf(node).trim();
    if (FUNCTIONS.has(name)) return `\\${name} `;
    return [...name].length > 1 ? `\\mathrm${braced(name)}` : signsToLatex(name);
  },
  mn: (node) => wordsOf(node).trim(),
  mo: (node) => signsToLatex(wordsOf(node)),
  ms: (node) => `\\text${braced(wordsOf(node))}`,
  mtext: (node) => `\\text{${wordsOf(node)}}`,
  mspace: () => ' ',
  mfrac: (_, [top = '', bottom = '']) => `\\frac${braced(top)}${braced(bottom)}`,
  msup: (_, [base = '', up = '']) => `${base.trim()}^${braced(up)}`,
  msub: (_, [base = '', down = '']) => `${base.trim()}_${braced(down)}`,
  msubsup: (_, [base = '', down = '', up = '']) => `${base.trim()}_${braced(down)}^${braced(up)}`,
  munder: (_, [base = '', down = '']) => `${base.trim()}_${braced(down)}`,
  munderover: (_, [base = '', down = '', up = '']) => `${base.trim()}_${braced(down)}^${braced(up)}`,
  mover: (node, [base = '', up = '']) => {
    const accent = ACCENTS[wordsOf(elementsOf(node)[1] ?? '').trim()];
    return accent ? `\\${accent}${braced(base)}` : `${base.trim()}^${braced(up)}`;
  },
  msqrt: (_, parts) => `\\sqrt${braced(parts.join(''))}`,
  mroot: (_, [base = '', degree = '']) => `\\sqrt[${degree.trim()}]${braced(base)}`,
  mfenced: ({ attributes }, parts) =>
    `${attributes['open'] ?? '('}${parts.join(attributes['separators'] ?? ',')}${attributes['close'] ?? ')'}`,
  mtable: (_, rows) => `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`,
  mtr: (_, cells) => cells.join(' & '),
  mphantom: () => '',
  annotation: () => '',
  'annotation-xml': () => '',
};

function toLatex(node: MarkupNode): string {
  const parts = elementsOf(node).map(toLatex);
  return WRITERS[node.name]?.(node, parts) ?? parts.join('');
}
