/** What may stand in an element of PEF: after pef-2008-1.rng, the normative rules of the format. */
export interface ElementRule {
  /** Attributes without a namespace; others of such are not allowed. */
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly children: readonly ChildRule[];
  /** The children stand in this order, and nothing else beside them. */
  readonly isInOrder?: boolean;
  /** What the text must look like; without it there is none but white space. */
  readonly text?: RegExp;
}

export interface AttributeRule {
  readonly isRequired: boolean;
  readonly value: RegExp;
}

export interface ChildRule {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const POSITIVE = /^\s*\+?0*[1-9]\d*\s*$/;
const NOT_NEGATIVE = /^\s*(\+?\d+|-0+)\s*$/;
const BOOLEAN = /^\s*(true|false|0|1)\s*$/;
const ANY = /^[\s\S]*$/;

const cols = (isRequired: boolean) => ({ isRequired, value: POSITIVE });
const rowgap = (isRequired: boolean) => ({ isRequired, value: NOT_NEGATIVE });
const sheet = (isRequired: boolean): ElementRule['attributes'] => ({
  cols: cols(isRequired),
  rows: cols(isRequired),
  rowgap: rowgap(isRequired),
  duplex: { isRequired, value: BOOLEAN },
});
const some = (name: string): ChildRule => ({ name, least: 1, most: Infinity });
const one = (name: string): ChildRule => ({ name, least: 1, most: 1 });

/** Elements of the namespace of PEF. */
export const PEF_RULES: Readonly<Record<string, ElementRule>> = {
  pef: {
    attributes: { version: { isRequired: true, value: /^\s*2008-1\s*$/ } },
    children: [one('head'), one('body')],
    isInOrder: true,
  },
  head: { attributes: {}, children: [one('meta')] },
  meta: { attributes: {}, children: [] },
  body: { attributes: {}, children: [some('volume')] },
  volume: { attributes: sheet(true), children: [some('section')] },
  section: { attributes: sheet(false), children: [some('page')] },
  page: { attributes: { rowgap: rowgap(false) }, children: [{ name: 'row', least: 0, most: Infinity }] },
  row: { attributes: { rowgap: rowgap(false) }, children: [], text: /^[\u2800-\u28ff]*$/ },
};

interface MetaRule extends Omit<ChildRule, 'name'> {
  readonly text: RegExp;
}

const need = (text: RegExp): MetaRule => ({ least: 1, most: 1, text });
const may = (text = ANY): MetaRule => ({ least: 0, most: 1, text });
const often = (text = ANY): MetaRule => ({ least: 0, most: Infinity, text });

/** Elements of Dublin Core in `meta`; no other of that namespace may stand there. */
export const META_RULES: Readonly<Record<string, MetaRule>> = {
  identifier: need(ANY),
  format: need(/^\s*application\/x-pef\+xml\s*$/),
  title: may(),
  creator: often(),
  subject: often(),
  description: may(),
  publisher: may(),
  contributor: often(),
  date: may(/^\d{4}-\d{2}-\d{2}$/),
  type: may(),
  source: often(),
  language: often(/^\s*[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\s*$/),
  relation: often(),
  coverage: often(),
  rights: often(),
};
