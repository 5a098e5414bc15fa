import type { Logger } from '@modu/logger';
import { isUnreachable } from '../contracts.ts';
import { digestOf } from '../domain/digest.ts';
import type { IdentityStore } from '../store/database.ts';
import { writeLetter } from './letter.ts';
import type { LetterRequest } from './letter.ts';

const HOUR_MS = 3_600_000;
/** More of one kind than anybody needs; whoever can have one sent to a stranger can't have a flood. */
const LETTERS_PER_HOUR_MAX = 20;

/** Takes letters in; they are kept until they are sent, whatever happens to this process. Of too many to one address some are not written. */
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
  readonly store: Pick<IdentityStore, 'mail' | 'counts'>;
  readonly logger: Logger;
  onPosted(): void;
}): PostOffice {
  const post = async (request: LetterRequest) => {
    if (isUnreachable(request.to)) return;
    const { count } = await store.counts.add(`letter:${request.kind}:${digestOf(request.to)}`, HOUR_MS);
    if (count > LETTERS_PER_HOUR_MAX) {
      logger.warn({ kind: request.kind }, 'a letter was not written: too many of its kind to one address');
      return;
    }
    await store.mail.add(writeLetter(request));
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
