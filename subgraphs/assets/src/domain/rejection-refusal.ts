import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Rejection } from './asset.ts';
import { IMAGE_PIXELS_MAX } from './content-limits.ts';

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
    case 'ENCRYPTED':
      return refuse('UNSUPPORTED_MEDIA', 'upload.encrypted');
    case 'UNREADABLE':
      return refuse('UNSUPPORTED_MEDIA', 'upload.unreadable');
    case 'TOO_MANY_PIXELS':
      return refuse('TOO_LARGE', 'upload.tooManyPixels', { params: { maxMegapixels: IMAGE_PIXELS_MAX / 1_000_000 } });
    case 'SCRIPTED':
      return refuse('UNSUPPORTED_MEDIA', 'upload.scripted');
    case 'TWO_FORMATS':
      return refuse('UNSUPPORTED_MEDIA', 'upload.twoFormats');
    case 'UNSAFE_PATHS':
      return refuse('UNSUPPORTED_MEDIA', 'upload.unsafePaths');
    case 'BOMB':
      return refuse('UNSUPPORTED_MEDIA', 'upload.bomb');
    case 'UNSUPPORTED_ARCHIVE':
      return refuse('UNSUPPORTED_MEDIA', 'upload.foreignArchive');
    case 'INFECTED':
      return refuse('UNSUPPORTED_MEDIA', 'upload.infected');
    case 'UNCHECKED':
      return refuse('UNSUPPORTED_MEDIA', 'upload.unchecked');
    case 'EXPIRED':
    case undefined:
      return refuse('EXPIRED', 'upload.expired');
  }
}
