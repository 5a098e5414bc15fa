import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { S3Error } from '../protocol/s3-error.ts';

export interface FormFile {
  readonly filename: string;
  readonly stream: Readable;
  /** The fields that came before the file, by lower-case name; what comes after it is ignored, as in S3. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads a browser's form and calls `onFile` with its one file; resolves with what that answered. */
export function readPostForm<T>(request: IncomingMessage, onFile: (file: FormFile) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const form = openForm(request);
    const fields: Record<string, string> = {};
    let result: Promise<T> | undefined;
    const fail = (error: unknown): void => {
      request.unpipe(form);
      reject(error);
    };
    form.on('field', (name, value) => {
      if (!result) fields[name.toLowerCase()] = value;
    });
    form.on('file', (name, stream, info) => {
      if (name !== 'file' || result) return void stream.resume();
      result = onFile({ filename: info.filename, stream, fields });
      result.catch((error: unknown) => {
        stream.resume();
        fail(error);
      });
    });
    form.on('close', () => (result ? void result.then(resolve, reject) : fail(noFile())));
    form.on('error', () => fail(new S3Error('MalformedPOSTRequest')));
    request.once('close', () => {
      if (!request.readableEnded) form.destroy(new S3Error('IncompleteBody'));
    });
    request.pipe(form);
  });
}

function openForm(request: IncomingMessage): busboy.Busboy {
  try {
    const limits = { fieldNameSize: 256, fieldSize: 64 * 1024, fields: 100, files: 1, headerPairs: 50 };
    return busboy({ headers: request.headers, limits });
  } catch {
    throw new S3Error('MalformedPOSTRequest');
  }
}

function noFile(): S3Error {
  return new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}
