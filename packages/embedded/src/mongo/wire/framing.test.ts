import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDocument } from '../bson/encode.ts';
import { MongoError } from '../mongo-error.ts';
import { Framer, FramingError, replyHeader } from './framing.ts';
import type { Frame } from './framing.ts';
import { readCommand } from './messages.ts';

function message(opCode: number, body: Buffer): Buffer {
  return Buffer.concat([replyHeader({ opCode, responseTo: 0, bodyBytes: body.length }), body]);
}

function sequence(name: string, documents: readonly Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.from([1]), size, content]);
}

describe('the stream of a connection', () => {
  it('is cut into the same messages however it arrives', () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(bodies, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sent, steps) => {
        const bytes = Buffer.concat(sent.map((body) => message(2013, Buffer.from(body))));
        const framer = new Framer();
        const received: Frame[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const step = steps[turn % steps.length] ?? 1;
          received.push(...framer.push(bytes.subarray(at, at + step)));
          at += step;
        }
        expect(received.map(({ body }) => body.toString('hex'))).toEqual(
          sent.map((body) => Buffer.from(body).toString('hex')),
        );
      }),
    );
  });

  it('ends at a length no message can have', () => {
    for (const length of [0, 15, -1, 48_000_001]) {
      const bytes = Buffer.alloc(16);
      bytes.writeInt32LE(length);
      expect(() => new Framer().push(bytes)).toThrow(FramingError);
    }
  });
});

describe('a message', () => {
  const command = encodeDocument({ insert: 'images', $db: 'db' });

  it('joins its document sequences to the command', () => {
    const documents = [encodeDocument({ n: 1 }), encodeDocument({ n: 2 })];
    const body = Buffer.concat([Buffer.alloc(4), Buffer.from([0]), command, sequence('documents', documents)]);
    const read = readCommand({ requestId: 1, opCode: 2013, body });
    expect(read.body.get('documents')).toEqual([new Map([['n', 1]]), new Map([['n', 2]])]);
    expect(read.body.get('insert')).toBe('images');
  });

  it('is read without its checksum', () => {
    const body = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), command, Buffer.from([9, 9, 9, 9])]);
    expect(readCommand({ requestId: 1, opCode: 2013, body }).body.get('$db')).toBe('db');
  });

  it('that is damaged anywhere is refused, never misread into a crash', () => {
    const whole = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from([0]),
      command,
      sequence('documents', [encodeDocument({ n: 1 })]),
    ]);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(whole.length),
        (at, byte, length) => {
          const body = Buffer.from(whole.subarray(0, length));
          if (at < body.length) body[at] = byte;
          try {
            readCommand({ requestId: 1, opCode: 2013, body });
          } catch (error) {
            expect(error instanceof FramingError || error instanceof MongoError).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('in the old form may only be a greeting', () => {
    const query = (name: string): Frame => {
      const head = Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.alloc(8)]);
      return { requestId: 1, opCode: 2004, body: Buffer.concat([head, encodeDocument({ [name]: 1 })]) };
    };
    expect(readCommand(query('ismaster'))).toMatchObject({ isLegacy: true });
    expect(() => readCommand(query('find'))).toThrow(FramingError);
  });
});
