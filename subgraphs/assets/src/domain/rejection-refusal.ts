import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Rejection } from './asset.ts';

/** What is said to whoever completes an upload that came to nothing. */
export function refuseRejected(rejection: Rejection | undefined): Refusal {
  switch (rejection) {
    case 'ABORTED':
      return refuse('ALREADY_FINISHED', 'upload.aborted');
    case 'WRONG_LENGTH':
      return refuse('CHECKSUM_MISMATCH', 'upload.wrongLength');
    case 'WRONG_HASH':
      return refuse('CHECKSUM_MISMATCH', 'upload.wrongHash');
    case 'WRONG_TYPE':
      return refuse('UNSUPPORTED_MEDIA', 'upload.wrongType');
    case 'WRONG_CONTENT':
      return refuse('UNSUPPORTED_MEDIA', 'upload.wrongContent');
    case 'EXPIRED':
    case undefined:
      return refuse('EXPIRED', 'upload.expired');
  }
}
