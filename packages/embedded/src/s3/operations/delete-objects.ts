import { z } from 'zod';
import { receiveText } from '../body/receive-blob.ts';
import { element, parseXml, textElement, xmlObject } from '../protocol/xml.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { Operation } from './context.ts';

const KEYS_MAX = 1000;
const DOCUMENT_SIZE_BYTES_MAX = 4 * 2 ** 20;

const deleteDocument = xmlObject({
  Delete: xmlObject({
    Object: z.array(xmlObject({ Key: z.string().min(1) })).max(KEYS_MAX),
    Quiet: z.string().optional(),
  }),
});

export const deleteObject: Operation = async ({ objects }, request) => {
  if (request.headers['if-match'] !== undefined) throw new S3Error('NotImplemented', 'If-Match on a delete.');
  await objects.remove([request]);
  return { status: 204 };
};

export const deleteObjects: Operation = async ({ objects }, request) => {
  const document = parseXml(await receiveText(request, DOCUMENT_SIZE_BYTES_MAX), deleteDocument).Delete;
  const keys = document.Object.map((object) => object.Key);
  await objects.remove(keys.map((key) => ({ bucket: request.bucket, key })));
  const quiet = document.Quiet?.trim() === 'true';
  const deleted = quiet ? [] : keys.map((key) => element('Deleted', textElement('Key', key)));
  return { status: 200, xml: element('DeleteResult', ...deleted) };
};
