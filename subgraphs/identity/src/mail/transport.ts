import { createTransport } from 'nodemailer';
import type { WaitingLetter } from '../store/mail-store.ts';

/** Hands letters to a mail server. */
export interface MailTransport {
  /** Throws when the server is out of reach or refuses. */
  send(letter: WaitingLetter): Promise<void>;
  close(): void;
}

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 20_000;

/** SMTP, at most two connections; every step has an end. */
export function createMailTransport({ url, from }: { readonly url: string; readonly from: string }): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    // Letters are ours: nothing in one may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ id, to, subject, text, html }) => {
      // A repeat after a lost answer carries the same id, by which mail programs show it once.
      await transport.sendMail({ from, to, subject, text, html, messageId: `<${id}@${host}>` });
    },
    close: () => transport.close(),
  };
}
