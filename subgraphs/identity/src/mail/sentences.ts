import type { Locale } from '@modu/errors';

export type LetterKind =
  | 'verify-email'
  | 'reset-password'
  | 'password-changed'
  | 'confirm-email-change'
  | 'email-changed'
  | 'already-registered'
  | 'session-replayed'
  | 'account-closing'
  | 'account-closed'
  | 'api-key-made'
  | 'two-factor-changed'
  | 'storage-over';

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What the button says, for letters that have a link. */
  readonly button: string;
}

/** What every letter says, in every language of the product. `{detail}` is explained by the letter's own sense. */
export const sentences: Readonly<Record<LetterKind, Readonly<Record<Locale, Words>>>> = {
  'verify-email': {
    en: {
      subject: 'Confirm your e-mail address',
      paragraphs: [
        'Confirm that this address is yours. The link works for one hour.',
        'If you did not ask for this, do nothing.',
      ],
      button: 'Confirm address',
    },
    ko: {
      subject: '이메일 주소를 확인해 주세요',
      paragraphs: [
        '이 주소가 본인 것이 맞는지 확인해 주세요. 링크는 한 시간 동안 쓸 수 있어요.',
        '요청한 적이 없다면 그대로 두시면 돼요.',
      ],
      button: '주소 확인하기',
    },
  },
  'reset-password': {
    en: {
      subject: 'Choose a new password',
      paragraphs: [
        'Somebody asked for a new password for your account. The link works once, for one hour.',
        'If it was not you, do nothing: your password stays as it is.',
      ],
      button: 'Choose a new password',
    },
    ko: {
      subject: '비밀번호를 새로 정해 주세요',
      paragraphs: [
        '계정의 비밀번호를 새로 정하겠다는 요청을 받았어요. 링크는 한 시간 안에 한 번만 쓸 수 있어요.',
        '본인이 아니라면 그대로 두세요. 비밀번호는 바뀌지 않아요.',
      ],
      button: '새 비밀번호 정하기',
    },
  },
  'password-changed': {
    en: {
      subject: 'Your password was changed',
      paragraphs: [
        'Your password was changed and all other places were signed out.{detail}',
        'If it was not you, choose a new password at once: that ends all API keys too.',
      ],
      button: 'Choose a new password',
    },
    ko: {
      subject: '비밀번호가 바뀌었어요',
      paragraphs: [
        '비밀번호가 바뀌어 다른 곳에서는 모두 로그아웃되었어요.{detail}',
        '본인이 아니라면 바로 비밀번호를 새로 정해 주세요. 그러면 API 키도 모두 끝나요.',
      ],
      button: '새 비밀번호 정하기',
    },
  },
  'confirm-email-change': {
    en: {
      subject: 'Do you want to change your e-mail address?',
      paragraphs: [
        'Somebody who is signed in to your account wants to change its address to {detail}.',
        'Nothing changes unless you agree. If it was not you, choose a new password.',
      ],
      button: 'Agree to the change',
    },
    ko: {
      subject: '이메일 주소를 바꿀까요?',
      paragraphs: [
        '계정의 주소를 {detail}(으)로 바꾸겠다는 요청을 받았어요.',
        '동의하기 전에는 아무것도 바뀌지 않아요. 본인이 아니라면 비밀번호를 새로 정해 주세요.',
      ],
      button: '변경에 동의하기',
    },
  },
  'email-changed': {
    en: {
      subject: 'Your e-mail address was changed',
      paragraphs: [
        'Your account now belongs to {detail}. This address no longer signs you in.',
        'If it was not you, write to us.',
      ],
      button: '',
    },
    ko: {
      subject: '이메일 주소가 바뀌었어요',
      paragraphs: [
        '이제 계정 주소는 {detail}이에요. 이 주소로는 더 로그인할 수 없어요.',
        '본인이 아니라면 저희에게 알려 주세요.',
      ],
      button: '',
    },
  },
  'already-registered': {
    en: {
      subject: 'You already have an account',
      paragraphs: [
        'Somebody tried to make an account with this address. You have one already: sign in, or choose a new password.',
        'If it was not you, do nothing.',
      ],
      button: 'Choose a new password',
    },
    ko: {
      subject: '이미 계정이 있어요',
      paragraphs: [
        '이 주소로 새 계정을 만들려는 요청이 있었어요. 이미 계정이 있으니 로그인하거나 비밀번호를 새로 정해 주세요.',
        '본인이 아니라면 그대로 두시면 돼요.',
      ],
      button: '새 비밀번호 정하기',
    },
  },
  'session-replayed': {
    en: {
      subject: 'We signed one place out',
      paragraphs: [
        'A copy of an old sign-in of yours was used ({detail}), so we ended that sign-in everywhere.',
        'Sign in again. If you do not know what this was, choose a new password.',
      ],
      button: 'Choose a new password',
    },
    ko: {
      subject: '한 곳에서 로그아웃했어요',
      paragraphs: [
        '예전 로그인 정보가 복사되어 쓰인 흔적({detail})이 있어 그 로그인을 모두 끝냈어요.',
        '다시 로그인해 주세요. 짐작 가는 일이 없다면 비밀번호를 새로 정해 주세요.',
      ],
      button: '새 비밀번호 정하기',
    },
  },
  'account-closing': {
    en: {
      subject: 'Your account will be deleted',
      paragraphs: [
        'As you asked, your account and everything in it will be deleted on {detail}. You were signed out everywhere.',
        'Until then you can change your mind: sign in and keep the account.',
        'A paid plan goes on being charged until that day. If you want no further payment, sign in and cancel it under Plans.',
      ],
      button: 'Keep the account',
    },
    ko: {
      subject: '계정이 삭제될 예정이에요',
      paragraphs: [
        '요청하신 대로 {detail}에 계정과 모든 자료가 삭제돼요. 모든 곳에서 로그아웃되었어요.',
        '그전까지는 마음을 바꿀 수 있어요. 로그인해서 계정을 유지해 주세요.',
        '유료 요금제는 그날까지 계속 결제돼요. 더 결제되지 않게 하려면 로그인해서 요금제 화면에서 해지해 주세요.',
      ],
      button: '계정 유지하기',
    },
  },
  'account-closed': {
    en: {
      subject: 'Your account was deleted',
      paragraphs: ['Your account and everything in it was deleted.'],
      button: '',
    },
    ko: { subject: '계정이 삭제되었어요', paragraphs: ['계정과 모든 자료가 삭제되었어요.'], button: '' },
  },
  'storage-over': {
    en: {
      subject: 'Your files take more room than your plan has',
      paragraphs: [
        'Your plan has changed, and your files now take more room than it has: {detail}.',
        'All your files stay and can be opened and downloaded. New ones can be added once there is room again: remove some files, or choose a plan with more room.',
      ],
      button: 'Open your files',
    },
    ko: {
      subject: '파일이 요금제의 저장 공간을 넘었어요',
      paragraphs: [
        '요금제가 바뀌어 지금 파일이 저장 공간보다 많아요: {detail}.',
        '파일은 모두 그대로 있고 열거나 내려받을 수 있어요. 파일을 지우거나 공간이 더 큰 요금제를 고르면 다시 추가할 수 있어요.',
      ],
      button: '내 파일 열기',
    },
  },
  'api-key-made': {
    en: {
      subject: 'A new API key was made',
      paragraphs: [
        'The key “{detail}” was made for your account. Whoever has it may use your account within its scopes, without your password.',
        'If it was not you, choose a new password at once: that ends all API keys and signs all places out.',
      ],
      button: 'Choose a new password',
    },
    ko: {
      subject: '새 API 키가 만들어졌어요',
      paragraphs: [
        '계정에 ‘{detail}’ 키가 만들어졌어요. 이 키가 있으면 비밀번호 없이도 허용된 범위에서 계정을 쓸 수 있어요.',
        '본인이 아니라면 바로 비밀번호를 새로 정해 주세요. API 키가 모두 끝나고 모든 곳에서 로그아웃돼요.',
      ],
      button: '새 비밀번호 정하기',
    },
  },
  'two-factor-changed': {
    en: {
      subject: 'Two-step sign-in was changed',
      paragraphs: [
        'Two-step sign-in is now {detail} for your account.',
        'If it was not you, choose a new password at once.',
      ],
      button: 'Choose a new password',
    },
    ko: {
      subject: '2단계 인증 설정이 바뀌었어요',
      paragraphs: [
        '계정의 2단계 인증이 {detail} 상태가 되었어요.',
        '본인이 아니라면 바로 비밀번호를 새로 정해 주세요.',
      ],
      button: '새 비밀번호 정하기',
    },
  },
};
