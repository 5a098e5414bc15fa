import type { Locale, MessageCatalog } from '@modu/errors';

/** The sentences of this domain's refusals. */
export const messages: MessageCatalog = {
  'days.range': { en: 'Ask for a span of 1 to {max} days.', ko: '기간은 1~{max}일로 정해 주세요.' },
  'job.notFound': { en: 'This job does not exist, or it is not yours.', ko: '작업이 없거나 내 작업이 아니에요.' },
  'job.finished': { en: 'This job has already ended.', ko: '이미 끝난 작업이에요.' },
  'job.sealed': {
    en: 'This job is just being finished, so it can no longer be canceled.',
    ko: '작업이 마무리되는 중이라 이제 취소할 수 없어요.',
  },
  'job.staleAttempt': { en: 'Another run has taken this job over.', ko: '다른 실행이 이 작업을 이어받았어요.' },
  'job.overcharged': {
    en: 'A job can’t cost more than was quoted.',
    ko: '작업 비용은 안내한 금액을 넘을 수 없어요.',
  },
  'job.otherContent': {
    en: 'This key was already used for something else. Use a new one.',
    ko: '이미 다른 요청에 쓴 키예요. 새 키를 써 주세요.',
  },
  'job.input': { en: 'This job can’t be made as it was described.', ko: '이 내용으로는 작업을 만들 수 없어요.' },
  'queue.full': {
    en: 'You have {max} jobs waiting, which is all your plan allows. Wait for one to end or cancel one.',
    ko: '지금 요금제로 기다릴 수 있는 작업 {max}개가 모두 찼어요. 하나가 끝나길 기다리거나 취소해 주세요.',
  },
  'usage.range': {
    en: 'Choose a span of at most {max} days, its end after its start.',
    ko: '끝이 시작보다 뒤인, 최대 {max}일까지의 기간을 골라 주세요.',
  },
  'job.notEnded': {
    en: 'Only a job that failed or was canceled can be tried again.',
    ko: '실패했거나 취소한 작업만 다시 시도할 수 있어요.',
  },
  'job.credits': {
    en: 'You need {amount} credits to try this again.',
    ko: '다시 시도하려면 크레딧이 {amount}개 필요해요.',
  },
  'job.rate': {
    en: 'Your plan allows {max} new jobs a minute. Wait a moment and try again.',
    ko: '지금 요금제로는 1분에 작업을 {max}개까지 만들 수 있어요. 잠시 뒤에 다시 시도해 주세요.',
  },
  'page.size': { en: 'Ask for 1 to {max} at a time.', ko: '한 번에 1개부터 {max}개까지 볼 수 있어요.' },
  'page.cursor': { en: 'This page does not exist.', ko: '없는 페이지예요.' },
};

/** Why a job failed, by the code its worker gave. */
const FAILURES: MessageCatalog = {
  ENGINE_FAILED: {
    en: 'The engine could not finish this. Your credits were given back; try again.',
    ko: '엔진이 작업을 끝내지 못했어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
  },
  ENGINE_TIMEOUT: {
    en: 'The engine took too long and was stopped. Your credits were given back.',
    ko: '엔진이 너무 오래 걸려서 멈췄어요. 크레딧은 돌려드렸어요.',
  },
  ENGINE_UNAVAILABLE: {
    en: 'The engine is not available right now. Your credits were given back; try again later.',
    ko: '지금은 엔진을 쓸 수 없어요. 크레딧을 돌려드렸으니 잠시 뒤에 다시 시도해 주세요.',
  },
  INVALID_REQUEST: {
    en: 'The engine can’t work with these settings. Change them and try again.',
    ko: '이 설정으로는 엔진이 작업할 수 없어요. 설정을 바꿔서 다시 시도해 주세요.',
  },
  INSUFFICIENT_CREDITS: {
    en: 'Your credits did not suffice when the job began.',
    ko: '작업을 시작할 때 크레딧이 부족했어요.',
  },
  QUOTA_EXCEEDED: {
    en: 'Your storage is full, so the result could not be kept. Your credits were given back.',
    ko: '저장 공간이 가득 차서 결과를 저장하지 못했어요. 크레딧은 돌려드렸어요.',
  },
  STORAGE_FAILED: {
    en: 'The result could not be stored. Your credits were given back; try again.',
    ko: '결과를 저장하지 못했어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
  },
  WORKER_LOST: {
    en: 'The work was interrupted several times. Your credits were given back; try again.',
    ko: '작업이 여러 번 중단됐어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
  },
};

const UNKNOWN_FAILURE = {
  en: 'Something went wrong on our side. Your credits were given back; try again.',
  ko: '저희 쪽에 문제가 생겼어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
};

/** What a person is told about a job that failed. */
export function failureMessage(code: string, locale: Locale): string {
  return (FAILURES[code] ?? UNKNOWN_FAILURE)[locale];
}
