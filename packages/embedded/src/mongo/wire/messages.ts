import { decodeDocument } from '../bson/decode.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { encodeDocument } from '../bson/encode.ts';
import type { Reply } from '../commands/command.ts';
import { FramingError, replyHeader } from './framing.ts';
import type { Frame } from './framing.ts';

const opMsg = 2013;
const opQuery = 2004;
const opReply = 1;

const checksumPresent = 1;
const moreToCome = 2;
/** Flags of the lower 16 bits must be understood; only the first two are. */
const requiredFlags = 0xffff;

/** A command, however it came. */
export interface CommandMessage {
  readonly body: BsonDocument;
  readonly isLegacy: boolean;
}

/** An unacknowledged write gets no answer. */
export function wantsReply({ opCode, body }: Frame): boolean {
  return opCode !== opMsg || (body.readUInt32LE(0) & moreToCome) === 0;
}

function sizeAt(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw new FramingError('A section reaches past its message');
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > bytes.length) throw new FramingError('A section reaches past its message');
  return size;
}

/** A document sequence: many documents under one name, outside the command's own document. */
function readSequence(section: Buffer): readonly [string, Value[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new FramingError('A document sequence has no name');
  const documents: Value[] = [];
  for (let at = nameEnd + 1; at < section.length; at += sizeAt(section, at))
    documents.push(decodeDocument(section.subarray(at, at + sizeAt(section, at))));
  return [section.toString('utf8', 4, nameEnd), documents];
}

function readMessage({ body: bytes }: Frame): CommandMessage {
  if (bytes.length < 9) throw new FramingError('An OP_MSG is cut short');
  const flags = bytes.readUInt32LE(0);
  if (flags & requiredFlags & ~(checksumPresent | moreToCome))
    throw new FramingError('An OP_MSG has unknown required flags');
  const end = bytes.length - (flags & checksumPresent ? 4 : 0);
  let body: BsonDocument | undefined;
  const sequences: (readonly [string, Value[]])[] = [];
  for (let at = 4; at < end;) {
    const kind = bytes[at];
    const size = sizeAt(bytes.subarray(0, end), at + 1);
    const section = bytes.subarray(at + 1, at + 1 + size);
    if (kind === 0 && !body) body = decodeDocument(section);
    else if (kind === 1) sequences.push(readSequence(section));
    else throw new FramingError('An OP_MSG has an unknown section');
    at += 1 + size;
  }
  if (!body) throw new FramingError('An OP_MSG has no body');
  for (const [name, documents] of sequences) body.set(name, documents);
  return { body, isLegacy: false };
}

/** The form in which drivers greet a server they do not know yet; nothing else may come this way. */
function readQuery({ body: bytes }: Frame): CommandMessage {
  const nameEnd = bytes.indexOf(0, 4);
  if (nameEnd < 0 || bytes.length < nameEnd + 14) throw new FramingError('An OP_QUERY is cut short');
  const [database = ''] = bytes.toString('utf8', 4, nameEnd).split('.');
  const at = nameEnd + 9;
  const query = decodeDocument(bytes.subarray(at, at + sizeAt(bytes, at)));
  const inner = query.get('$query');
  const body = isDocument(inner) ? inner : query;
  const [name = ''] = body.keys();
  if (!/^(hello|ismaster)$/i.test(name)) throw new FramingError('Only a greeting may come as OP_QUERY');
  body.set('$db', database);
  return { body, isLegacy: true };
}

/** Reads a command out of a frame; throws a FramingError or a MongoError when it is malformed. */
export function readCommand(frame: Frame): CommandMessage {
  if (frame.opCode === opMsg) return readMessage(frame);
  if (frame.opCode === opQuery) return readQuery(frame);
  throw new FramingError(`Unsupported operation ${frame.opCode}`);
}

/** The bytes of an answer, in the form of the question. */
export function writeReply(reply: Reply, frame: Frame, isLegacy: boolean): Buffer[] {
  const document = encodeDocument(reply);
  const lead = Buffer.alloc(isLegacy ? 20 : 5);
  if (isLegacy) {
    lead.writeInt32LE(8, 0);
    lead.writeInt32LE(1, 16);
  }
  const opCode = isLegacy ? opReply : opMsg;
  return [
    replyHeader({ opCode, responseTo: frame.requestId, bodyBytes: lead.length + document.length }),
    lead,
    document,
  ];
}
