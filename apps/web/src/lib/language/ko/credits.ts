import type { Translation } from '../translation.ts';
import type { credits as english } from '../en/credits.ts';

export const credits: Translation<typeof english> = {
  credits_other: '{{formatted}}크레딧',
  available: '크레딧',
  held: '진행 중인 작업에 {{formatted}} 잡혀 있어요',
};
