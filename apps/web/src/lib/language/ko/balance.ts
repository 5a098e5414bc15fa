import type { Translation } from '../translation.ts';
import type { balance as english } from '../en/balance.ts';

export const balance: Translation<typeof english> = {
  credits: '{formatted}크레딧',
  available: '크레딧',
  held: '진행 중인 작업에 {formatted} 잡혀 있어요',
};
