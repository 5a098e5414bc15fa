import type { Locale, MessageCatalog } from '@modu/errors';
import { dayMessages, pageMessages } from '@modu/subgraph';
import type { JobError } from './domain/job.ts';

/** The sentences of this domain's refusals. */
export const messages: MessageCatalog = {
  ...pageMessages,
  ...dayMessages,
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
  'jobs.kind': { en: 'There is no such kind of job.', ko: '그런 종류의 작업은 없어요.' },
  'queue.full': {
    en: 'You have {max} jobs waiting, which is all your plan allows. Wait for one to end or cancel one.',
    ko: '지금 요금제로 기다릴 수 있는 작업 {max}개가 모두 찼어요. 하나가 끝나길 기다리거나 취소해 주세요.',
  },
  'usage.range': {
    en: 'Choose a span of at most {max} days, its end after its start.',
    ko: '끝이 시작보다 뒤인, 최대 {max}일까지의 기간을 골라 주세요.',
  },
  'job.retriedOften': {
    en: 'This was tried again {max} times. Try the last of them again, or begin anew.',
    ko: '이미 {max}번 다시 시도했어요. 마지막 작업을 다시 시도하거나 새로 시작해 주세요.',
  },
  'job.notEnded': {
    en: 'Only a job that failed or was canceled can be tried again.',
    ko: '실패했거나 취소한 작업만 다시 시도할 수 있어요.',
  },
  'job.credits': {
    en: 'You need {amount} credits to try this again.',
    ko: '다시 시도하려면 크레딧이 {amount}개 필요해요.',
  },
  'job.tier': {
    en: 'Your plan no longer includes what this was made with. Begin anew with another model, or change your plan.',
    ko: '지금 요금제에는 이 작업에 쓴 모델이 없어요. 다른 모델로 새로 시작하거나 요금제를 바꿔 주세요.',
  },
  'job.rate': {
    en: 'Your plan allows {max} new jobs a minute. Wait a moment and try again.',
    ko: '지금 요금제로는 1분에 작업을 {max}개까지 만들 수 있어요. 잠시 뒤에 다시 시도해 주세요.',
  },
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
  DOCUMENT_ENCRYPTED: {
    en: 'This document is locked with a password. Save it without one and upload it again. Your credits were given back.',
    ko: '비밀번호로 잠긴 문서예요. 비밀번호 없이 저장해서 다시 올려 주세요. 크레딧은 돌려드렸어요.',
  },
  DOCUMENT_DAMAGED: {
    en: 'The file is damaged or was cut short, so it can’t be read. Your credits were given back.',
    ko: '파일이 손상되었거나 잘려 있어서 읽을 수 없어요. 크레딧은 돌려드렸어요.',
  },
  DOCUMENT_WITHOUT_TEXT: {
    en: 'There is no text that can be read here, only pictures of it. Read it again with text recognition (OCR). Your credits were given back.',
    ko: '읽을 수 있는 글자가 없고 글자 그림만 있어요. 글자 인식(OCR)을 켜고 다시 읽어 주세요. 크레딧은 돌려드렸어요.',
  },
  DOCUMENT_TOO_LARGE: {
    en: 'This document is larger than what can be read at once. Divide it and try again. Your credits were given back.',
    ko: '한 번에 읽을 수 있는 크기보다 큰 문서예요. 나누어서 다시 시도해 주세요. 크레딧은 돌려드렸어요.',
  },
  DOCUMENT_UNSUPPORTED: {
    en: 'This kind of document can’t be read. Save it in another format and upload it again. Your credits were given back.',
    ko: '읽을 수 없는 형식의 문서예요. 다른 형식으로 저장해서 다시 올려 주세요. 크레딧은 돌려드렸어요.',
  },
  SPEECH_TOO_LONG: {
    en: 'This is longer than what can be worked on at once. Divide it and try again. Your credits were given back.',
    ko: '한 번에 다룰 수 있는 길이보다 길어요. 나누어서 다시 시도해 주세요. 크레딧은 돌려드렸어요.',
  },
  SPEECH_UNSUPPORTED: {
    en: 'No engine here can do this. Choose another voice, language or kind of file. Your credits were given back.',
    ko: '여기 있는 엔진으로는 할 수 없어요. 다른 목소리나 언어, 파일 형식을 골라 주세요. 크레딧은 돌려드렸어요.',
  },
  TRANSCRIBER_UNAVAILABLE: {
    en: 'What was to write this down is not there any more. Your credits were given back; try again.',
    ko: '받아쓸 엔진이 이제 없어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
  },
  VOICE_UNAVAILABLE: {
    en: 'This voice can’t be had any more. Choose another one. Your credits were given back.',
    ko: '이제 쓸 수 없는 목소리예요. 다른 목소리를 골라 주세요. 크레딧은 돌려드렸어요.',
  },
  RECORDING_DAMAGED: {
    en: 'The recording is damaged or holds no sound. Upload it again, whole. Your credits were given back.',
    ko: '녹음이 손상되었거나 소리가 들어 있지 않아요. 온전한 파일을 다시 올려 주세요. 크레딧은 돌려드렸어요.',
  },
  RECORDING_LONGER: {
    en: 'This recording lasts longer than could be told when its price was quoted, so nothing was written down. Your credits were given back. Ask again: its true price is known now.',
    ko: '녹음이 처음 값을 알려드릴 때보다 길어서 받아쓰지 않았어요. 크레딧은 돌려드렸어요. 이제 실제 값을 아니까 다시 시도해 주세요.',
  },
  DOCUMENT_GREW: {
    en: 'The document has grown by corrections since its price was quoted. Your credits were given back. Ask again for what it costs now.',
    ko: '값을 알려드린 뒤에 문서가 고쳐져서 길어졌어요. 크레딧은 돌려드렸으니 새 값으로 다시 시도해 주세요.',
  },
  RECORDING_WITHOUT_SPEECH: {
    en: 'Nobody speaks in this recording. Your credits were given back.',
    ko: '이 녹음에는 말소리가 없어요. 크레딧은 돌려드렸어요.',
  },
  SOURCE_GONE: {
    en: 'What this job works on is not there any more. Your credits were given back.',
    ko: '작업할 원본이 이제 없어요. 크레딧은 돌려드렸어요.',
  },
  WORKER_LOST: {
    en: 'The work was interrupted several times. Your credits were given back; try again.',
    ko: '작업이 여러 번 중단됐어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
  },
};

const AT_PAGE: Readonly<Record<Locale, string>> = { en: 'Page {page}:', ko: '{page}쪽:' };

const UNKNOWN_FAILURE = {
  en: 'Something went wrong on our side. Your credits were given back; try again.',
  ko: '저희 쪽에 문제가 생겼어요. 크레딧을 돌려드렸으니 다시 시도해 주세요.',
};

/** What a person is told about a job that failed. */
export function failureMessage({ code, pageNumber }: Pick<JobError, 'code' | 'pageNumber'>, locale: Locale): string {
  const sentence = (FAILURES[code] ?? UNKNOWN_FAILURE)[locale];
  return pageNumber === null ? sentence : `${AT_PAGE[locale].replace('{page}', String(pageNumber))} ${sentence}`;
}
