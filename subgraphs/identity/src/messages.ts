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
  'avatar.notFound': {
    en: 'This file is not among yours any more.',
    ko: '내 파일에 없는 파일이에요.',
  },
  'avatar.notPicture': {
    en: 'Choose a picture: PNG, JPEG, WebP, GIF or AVIF.',
    ko: 'PNG, JPEG, WebP, GIF, AVIF 가운데 하나인 그림을 골라 주세요.',
  },
  'avatar.tooLarge': {
    en: 'Choose a picture of at most {max} MB.',
    ko: '{max}MB까지의 그림을 골라 주세요.',
  },
  'session.notFound': {
    en: 'You are not signed in there any more.',
    ko: '이미 로그아웃된 곳이에요.',
  },
  'session.name': {
    en: 'Choose a name of 1 to {max} characters.',
    ko: '이름은 1자에서 {max}자 사이로 적어 주세요.',
  },
  'apiKey.name': {
    en: 'Give the key a name of 1 to {max} characters.',
    ko: '키 이름은 1자에서 {max}자 사이로 적어 주세요.',
  },
  'apiKey.scopes': {
    en: 'Choose at least one of: {scopes}.',
    ko: '다음 가운데 하나 이상 골라 주세요: {scopes}.',
  },
  'apiKey.expiresAt': {
    en: 'Choose a day in the future, or none.',
    ko: '앞으로 올 날짜를 고르거나 비워 두세요.',
  },
  'apiKey.requestsPerMinute': {
    en: 'Choose {min} to {max} requests a minute.',
    ko: '1분에 {min}번에서 {max}번 사이로 정해 주세요.',
  },
  'apiKey.tooMany': {
    en: 'You have {max} keys, as many as there may be. Remove one first.',
    ko: '키는 {max}개까지 만들 수 있어요. 하나를 먼저 지워 주세요.',
  },
  'apiKey.notFound': {
    en: 'This key is gone already.',
    ko: '이미 없어진 키예요.',
  },
  'account.confirmEmail': {
    en: 'Type the e-mail address of your account.',
    ko: '계정의 이메일 주소를 그대로 적어 주세요.',
  },
  'account.notClosing': {
    en: 'This account is not going to be deleted.',
    ko: '삭제 예정인 계정이 아니에요.',
  },
} satisfies MessageCatalog;
