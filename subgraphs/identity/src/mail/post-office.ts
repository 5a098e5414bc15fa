import type { Logger } from '@modu/logger';
import type { MailStore } from '../store/mail-store.ts';
import { isUnreachable } from '../contracts.ts';
import { writeLetter } from './letter.ts';
import type { LetterRequest } from './letter.ts';

/** Takes letters in; they are kept until they are sent, whatever happens to this process. */
export interface PostOffice {
  /** Throws when the letter could not be kept. */
  post(request: LetterRequest): Promise<void>;
  /** For news that must not undo what it is about: a letter that could not be kept is logged. */
  notify(request: LetterRequest): Promise<void>;
}

export function createPostOffice({
  store,
  logger,
  onPosted,
}: {
  readonly store: MailStore;
  readonly logger: Logger;
  onPosted(): void;
}): PostOffice {
  const post = async (request: LetterRequest) => {
    if (isUnreachable(request.to)) return;
    await store.add(writeLetter(request));
    onPosted();
  };
  return {
    post,
    notify: (request) =>
      post(request).catch((error: unknown) =>
        logger.error({ err: error, kind: request.kind }, 'a letter was not kept'),
      ),
  };
}
