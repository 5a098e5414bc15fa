import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import type { Rejection } from '../domain/asset.ts';
import { DRAWING_DEPTH_MAX, DRAWING_ELEMENTS_MAX } from '../domain/content-limits.ts';
import { isLoading } from './check-style.ts';

/** So much is parsed in one turn of the event loop. */
const TURN_CHARACTERS = 65_536;

/** Elements that run, or carry a page within the drawing. */
const ACTIVE_ELEMENTS = new Set(['script', 'foreignobject', 'iframe', 'embed', 'object', 'handler', 'listener', 'set']);
/** Attributes that name something to load. */
const LINKS = new Set(['href', 'src', 'xlink:href', 'data', 'action', 'formaction']);
/** A place within the drawing itself, or a raster picture carried in it. */
const HARMLESS_LINK = /^\s*(#|data:image\/(png|jpe?g|gif|webp|avif);base64,)/i;

class Finding extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection);
    this.rejection = rejection;
  }
}

/** Reads an SVG through: whole XML, no script, no handler, no document type, nothing loaded from elsewhere. */
export async function checkDrawing(bytes: Uint8Array): Promise<Rejection | undefined> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'UNREADABLE';
  }
  const parser = drawingParser();
  try {
    for (let at = 0; at < text.length; at += TURN_CHARACTERS) {
      parser.write(text.slice(at, at + TURN_CHARACTERS));
      await nextTurn();
    }
    parser.close();
    return undefined;
  } catch (error) {
    return error instanceof Finding ? error.rejection : 'UNREADABLE';
  }
}

interface OpenElement {
  readonly name: string;
  /** Its own text, where it is a style: in pieces, for comments and elements may stand between. */
  readonly style: string[];
}

function drawingParser(): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  let elements = 0;
  const open: OpenElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  // Entities are the bombs of XML, and a document type is what declares them.
  parser.on('doctype', (text) => {
    if (/\[|entity/i.test(text)) throw new Finding('BOMB');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target.toLowerCase() === 'xml-stylesheet') throw new Finding('SCRIPTED');
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const name = localName(qualified);
    open.push({ name, style: [] });
    elements += 1;
    if (elements === 1 && name !== 'svg') throw new Finding('WRONG_CONTENT');
    if (elements > DRAWING_ELEMENTS_MAX || open.length > DRAWING_DEPTH_MAX) throw new Finding('BOMB');
    if (ACTIVE_ELEMENTS.has(name)) throw new Finding('SCRIPTED');
    for (const [key, value] of Object.entries(attributes)) assertPassive(key.toLowerCase(), value, name);
  });
  parser.on('closetag', () => {
    if (isLoading(open.pop()?.style.join('') ?? '')) throw new Finding('SCRIPTED');
  });
  const keepStyle = (text: string) => {
    const within = open.at(-1);
    if (within?.name === 'style') within.style.push(text);
  };
  parser.on('text', keepStyle);
  parser.on('cdata', keepStyle);
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function assertPassive(name: string, value: string, element: string): void {
  // A link that somebody follows by hand is no danger as long as it is a page's address.
  const isAnchor = element === 'a' && /^\s*(https?:|mailto:|#)/i.test(value);
  if (name.startsWith('on')) throw new Finding('SCRIPTED');
  if (LINKS.has(name) && !isAnchor && !HARMLESS_LINK.test(value)) throw new Finding('SCRIPTED');
  // Animation could set a link to what was harmless before.
  if (name === 'attributename' && /href/i.test(value)) throw new Finding('SCRIPTED');
  if (/javascript:/i.test(value) || (name !== 'd' && isLoading(value))) throw new Finding('SCRIPTED');
}
