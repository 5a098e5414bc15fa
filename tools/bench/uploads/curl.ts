import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Desk } from './desk.ts';
import type { MadeFile } from './files.ts';

const run = promisify(execFile);

interface Ticket {
  readonly requestUpload: {
    readonly id: string;
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
}

const REQUEST = `mutation($input: RequestUploadInput!) { requestUpload(input: $input) {
  ... on UploadTicket { id url headers { name value } } } }`;

/** Puts a file by curl with a ticket of its own. @returns the seconds that curl says it took. */
export async function putByCurl(desk: Pick<Desk, 'ask'>, { path, sizeBytes, sha256 }: MadeFile): Promise<number> {
  const input = { filename: 'curl.bin', contentType: 'application/octet-stream', sizeBytes, sha256 };
  const { requestUpload: ticket } = await desk.ask<Ticket>(REQUEST, { input });
  const headers = ticket.headers.flatMap(({ name, value }) => ['-H', `${name}: ${value}`]);
  const quiet = ['--silent', '--show-error', '--fail', '--max-time', '600', '-o', '/dev/null', '-w', '%{time_total}'];
  const { stdout } = await run('curl', [...quiet, '-H', 'Expect:', ...headers, '-T', path, ticket.url]);
  await desk.ask('mutation($id: ID!) { abortUpload(id: $id) { __typename } }', { id: ticket.id });
  return Number(stdout);
}
