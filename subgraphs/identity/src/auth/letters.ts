import { parseLocaleChoice } from '../domain/profile.ts';
import type { PostOffice } from '../mail/post-office.ts';

interface Person {
  readonly email: string;
  readonly name: string;
}

interface WithToken {
  readonly user: Person;
  readonly token: string;
}

const KEYS_ENDED = {
  en: ' Your API keys have ended too: make new ones for your programs.',
  ko: ' API 키도 모두 끝났으니 프로그램에 쓸 키를 새로 만들어 주세요.',
} as const;

/** What better-auth asks us to write. Links lead to pages of the studio; the token stays behind the `#`, out of all logs. */
export function createLetters({ office, publicUrl }: { readonly office: PostOffice; readonly publicUrl: string }) {
  const page = (path: string) => new URL(path, publicUrl).href;
  const addressed = (user: Person) => ({ to: user.email, name: user.name, locale: localeOf(user) });
  return {
    verifyEmail: ({ user, token }: WithToken) =>
      office.post({ kind: 'verify-email', ...addressed(user), link: page(`/verify-email#${token}`) }),
    resetPassword: ({ user, token }: WithToken) =>
      office.post({ kind: 'reset-password', ...addressed(user), link: page(`/reset-password#${token}`) }),
    confirmEmailChange: ({ user, newEmail, token }: WithToken & { readonly newEmail: string }) =>
      office.post({
        kind: 'confirm-email-change',
        ...addressed(user),
        detail: newEmail,
        link: page(`/verify-email#${token}`),
      }),
    passwordChanged: ({ user, endedKeys = 0 }: { readonly user: Person; readonly endedKeys?: number }) =>
      office.notify({
        kind: 'password-changed',
        ...addressed(user),
        detail: endedKeys > 0 ? KEYS_ENDED[localeOf(user)] : '',
        link: page('/forgot-password'),
      }),
    alreadyRegistered: ({ user }: { readonly user: Person }) =>
      office.notify({ kind: 'already-registered', ...addressed(user), link: page('/forgot-password') }),
  };
}

function localeOf(user: Person): 'en' | 'ko' {
  return parseLocaleChoice((user as Person & { readonly locale?: string }).locale ?? '') ?? 'en';
}
