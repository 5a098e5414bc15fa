import type { ends as english } from '../en/ends.ts';
import type { Translation } from '../translation.ts';

export const ends: Translation<typeof english> = {
  done: '완성했어요: {caption}',
  doneMany: '작업 {count}개를 완성했어요',
  failed: '만들지 못했어요: {caption}. {reason}',
  failedMany: '작업 {count}개를 끝내지 못했어요',
  show: '보기',
};
