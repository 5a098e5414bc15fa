import type { Logger } from '@modu/logger';
import type { IdentityStore } from '../store/database.ts';
import { startMailRounds } from '../tasks/send-mail.ts';
import { createPostOffice } from './post-office.ts';
import type { PostOffice } from './post-office.ts';
import { createMailTransport } from './transport.ts';

interface Options {
  readonly store: Pick<IdentityStore, 'mail' | 'counts'>;
  readonly logger: Logger;
  /** Without a mail server letters are kept for the page that shows them. */
  readonly smtpUrl: string | undefined;
  readonly from: string;
}

/** The post office, and the rounds that send what it took in where there is a mail server. */
export function openMail({ store, logger, smtpUrl, from }: Options): { office: PostOffice; stop(): Promise<void> } {
  const rounds = smtpUrl
    ? startMailRounds({ store: store.mail, logger, transport: createMailTransport({ url: smtpUrl, from }) })
    : undefined;
  return {
    office: createPostOffice({ store, logger, onPosted: () => rounds?.nudge() }),
    stop: async () => rounds?.stop(),
  };
}
