import type { Translation } from '../translation.ts';
import type { queue as english } from '../en/queue.ts';

export const queue: Translation<typeof english> = {
  title: '작업',
  kindImage: '그림',
  kindOther: '작업',
  running_other: '작업 {{count}}개 진행 중',
  stepOf: '{{total}}단계 중 {{step}}단계',
  starting: '시작하고 있어요',
  waiting: '기다리는 중',
  waitingPlace: '{{position}}번째로 기다리는 중',
  done: '완성',
  failed: '실패',
  canceled: '취소됨',
  cancelJob: '{{caption}} 취소하기',
  show: '{{caption}} 보기',
  dismissJob: '{{caption}} 치우기',
  progressOf: '{{caption}} 진행 상황',
  heardStarted: '{{caption}}, 시작했어요',
  heardShare: '{{caption}}, {{percent}}퍼센트',
  heardMany_other: '작업 {{count}}개에 새 소식이 있어요',
  heardDone: '{{caption}}, 다 됐어요',
  heardFailed: '{{caption}}, 실패했어요. {{reason}}',
  heardCanceled: '{{caption}}, 취소했어요',
  notCanceled: '취소하지 못했어요. 다시 시도해 주세요.',
};
