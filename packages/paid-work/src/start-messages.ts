import type { MessageCatalog } from '@modu/errors';

/** What `orderJob` refuses, in words that are true of every kind of job; a domain lays its own over them where it knows better ones. */
export const startMessages: MessageCatalog = {
  'key.length': {
    en: 'The idempotency key has 1 to {max} characters, in one line and without characters that can’t be seen.',
    ko: '멱등성 키는 보이지 않는 글자 없이 한 줄, 1자부터 {max}자까지예요.',
  },
  'key.otherContent': {
    en: 'This key was already used for something else. Use a new one.',
    ko: '이미 다른 요청에 쓴 키예요. 새 키를 써 주세요.',
  },
  'credits.insufficient': {
    en: 'This costs {credits} credits, which is more than you have.',
    ko: '이 작업에는 크레딧 {credits}개가 필요한데 남은 크레딧이 부족해요.',
  },
  'queue.rate': {
    en: 'You have made as many jobs as your plan allows in a minute. Wait a moment and try again.',
    ko: '지금 요금제로 1분에 만들 수 있는 작업을 모두 만들었어요. 잠시 뒤에 다시 시도해 주세요.',
  },
  'queue.full': {
    en: 'You have {max} jobs waiting, which is all your plan allows. Wait for one to end or cancel one.',
    ko: '지금 요금제로 기다릴 수 있는 작업 {max}개가 모두 찼어요. 하나가 끝나길 기다리거나 취소해 주세요.',
  },
};
