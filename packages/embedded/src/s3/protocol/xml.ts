import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { S3Error } from './s3-error.ts';

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

export function escapeXml(text: string): string {
  // Carriage returns and other controls are written as references: parsers would normalise or refuse them raw.
  return text.replace(/[<>&"'\u0000-\u0008\u000b-\u001f\u0085\u2028]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `<Name>text</Name>` with the text escaped. */
export function textElement(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** `<Name>…</Name>` around elements that are XML already. */
export function element(name: string, ...children: string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

// Entities are decoded here: the parser's own decoding stops at a budget meant for hostile documents, and a
// DOCTYPE (the only way to define more) is refused before parsing.
function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return PREDEFINED[name.toLowerCase()] ?? whole;
    const codePoint = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}

const REPEATED = new Set(['Object', 'Part']);

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  maxNestedTags: 8,
  isArray: (name) => REPEATED.has(name),
  tagValueProcessor: (_name, value) => decodeEntities(value),
});

/** An element that holds these elements and no others, with white space between them. */
export function xmlObject<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject({ ...shape, '#text': z.string().regex(/^\s*$/).optional() });
}

/**
 * Parses a request document and checks its shape; anything else is `MalformedXML`. An element it does not know is refused with
 * `NotImplemented`: a condition that is passed over would be taken for one that held.
 */
export function parseXml<T>(text: string, schema: z.ZodType<T>): T {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw new S3Error('MalformedXML');
  let document: unknown;
  try {
    document = parser.parse(text);
  } catch (error) {
    throw new S3Error('MalformedXML', error instanceof Error ? error.message : undefined);
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown.length === 0 || unknown.length < parsed.error.issues.length) throw new S3Error('MalformedXML');
  throw new S3Error('NotImplemented', `The element ${unknown.join(', ')} is not offered here.`);
}
