import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../translation.ts';

export const notices: Translation<typeof english> = {
  title: '알림',
  fresh: '알림, 새 소식 {count}개',
  none: '아직 끝난 작업이 없어요',
  noneWords: '끝나거나 실패한 작업이 여기에 남아요. 자리를 비운 동안의 것도요.',
  new: '새 소식',
  close: '닫기',
};
