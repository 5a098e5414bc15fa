import { parseStrictly } from './parse-strictly.ts';
import type { XmlElement } from './parse-strictly.ts';
import { META_RULES, PEF_RULES } from './pef-rules.ts';
import type { ElementRule } from './pef-rules.ts';

const PEF = 'http://www.daisy.org/ns/2008/pef';
const DC = 'http://purl.org/dc/elements/1.1/';
/** The height of a row, without its gap, in distances between dots. */
const ROW_HEIGHT = 4;

/**
 * What is wrong with a PEF file by its published rules: the schema's, and that no row has more cells and no page more rows than the
 * volume or section says. Empty for a valid one.
 */
export function pefProblems(xml: string): string[] {
  let root: XmlElement;
  try {
    root = parseStrictly(xml);
  } catch (error) {
    return [`not well-formed: ${String(error)}`];
  }
  if (root.uri !== PEF || root.name !== 'pef') return [`the root is ${root.name} of ${root.uri}`];
  return [...elementProblems(root), ...sizeProblems(root, {})];
}

function elementProblems(element: XmlElement): string[] {
  const rule = PEF_RULES[element.name];
  if (!rule) return [`${element.name} is no element of PEF`];
  const own = element.elements.filter(({ uri }) => uri === PEF);
  return [
    ...attributeProblems(element, rule),
    ...textProblems(element, rule),
    ...childProblems(element, rule, own),
    ...(element.name === 'meta' ? metaProblems(element) : []),
    ...own.flatMap(elementProblems),
  ];
}

function attributeProblems({ name, attributes }: XmlElement, rule: ElementRule): string[] {
  const unknown = Object.keys(attributes).filter((key) => !Object.hasOwn(rule.attributes, key));
  const wrong = Object.entries(rule.attributes).filter(([key, { isRequired, value }]) => {
    const said = attributes[key];
    return said === undefined ? isRequired : !value.test(said);
  });
  return [
    ...unknown.map((key) => `${name} has an attribute ${key}`),
    ...wrong.map(([key]) => `${name} has ${key}=${attributes[key] ?? 'nothing'}`),
  ];
}

function textProblems({ name, text, elements }: XmlElement, rule: ElementRule): string[] {
  if (rule.text && elements.length > 0) return [`${name} has elements`];
  return (rule.text ?? /^\s*$/).test(text) ? [] : [`${name} says ${JSON.stringify(text.slice(0, 40))}`];
}

function childProblems({ name, elements }: XmlElement, rule: ElementRule, own: readonly XmlElement[]): string[] {
  const allowed = rule.children.map((child) => child.name);
  const strange = own.filter((child) => !allowed.includes(child.name));
  const miscounted = rule.children.filter((child) => {
    const count = own.filter((one) => one.name === child.name).length;
    return count < child.least || count > child.most;
  });
  const isOutOfOrder = rule.isInOrder === true && elements.map((child) => child.name).join() !== allowed.join();
  return [
    ...strange.map((child) => `${name} has ${child.name}`),
    ...miscounted.map((child) => `${name} has not as many ${child.name} as it must`),
    ...(isOutOfOrder ? [`${name} has its elements in another order`] : []),
  ];
}

function metaProblems({ elements }: XmlElement): string[] {
  const named = elements.filter(({ uri }) => uri === DC);
  const strange = named.filter(({ name }) => !Object.hasOwn(META_RULES, name)).map(({ name }) => `meta has dc:${name}`);
  const wrong = Object.entries(META_RULES).flatMap(([name, { least, most, text }]) => {
    const found = named.filter((one) => one.name === name);
    const isCounted = found.length >= least && found.length <= most;
    const isSaid = found.every((one) => text.test(one.text) && one.elements.length === 0);
    return isCounted && isSaid ? [] : [`dc:${name} is missing, there too often or not as it must be`];
  });
  return [...strange, ...wrong];
}

/** Of the sheet, as the element or one around it says. */
type Sheet = Readonly<Record<string, string>>;

function sizeProblems(element: XmlElement, around: Sheet): string[] {
  const sheet = { ...around, ...element.attributes };
  if (element.name === 'page') return pageProblems(element, sheet, around);
  return element.elements.flatMap((child) => sizeProblems(child, sheet));
}

function pageProblems(page: XmlElement, sheet: Sheet, around: Sheet): string[] {
  const rows = page.elements.filter(({ name }) => name === 'row');
  const wide = rows.filter(({ text }) => text.length > Number(sheet['cols']));
  const heights = rows.map(({ attributes }) => ROW_HEIGHT + Number(attributes['rowgap'] ?? sheet['rowgap']));
  const height = heights.reduce((sum, one) => sum + one, 0);
  const room = Number(sheet['rows']) * (ROW_HEIGHT + Number(around['rowgap']));
  return [
    ...wide.map(({ text }) => `a row has ${text.length} cells of ${sheet['cols']}`),
    ...(rows.length > Number(sheet['rows']) ? [`a page has ${rows.length} rows of ${sheet['rows']}`] : []),
    ...(height > room ? [`the rows and gaps of a page are ${height} high where ${room} fit`] : []),
  ];
}
