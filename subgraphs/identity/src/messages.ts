import type { MessageCatalog } from '@modu/errors';

/** What identity says when it says no, by the refusal's reason. */
export const messages = {
  'profile.name': {
    en: 'Choose a name of 1 to {max} characters.',
    ko: '이름은 1자에서 {max}자 사이로 적어 주세요.',
  },
  'profile.locale': {
    en: 'Choose English (en) or Korean (ko).',
    ko: '영어(en)나 한국어(ko) 가운데 골라 주세요.',
  },
  'profile.empty': {
    en: 'Give a name or a language to change.',
    ko: '바꿀 이름이나 언어를 알려 주세요.',
  },
  'profile.notFound': {
    en: 'This account no longer exists.',
    ko: '더는 없는 계정이에요.',
  },
  'session.notFound': {
    en: 'You are not signed in there any more.',
    ko: '이미 로그아웃된 곳이에요.',
  },
  'session.name': {
    en: 'Choose a name of 1 to {max} characters.',
    ko: '이름은 1자에서 {max}자 사이로 적어 주세요.',
  },
} satisfies MessageCatalog;
