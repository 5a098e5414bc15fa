/** How a language says what formulas are made of. */
export interface MathWords {
  readonly signs: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
  /** A minus that nothing stands before. */
  readonly negative: string;
  /** `isLong`: it is more than one piece, so that its end is said too. */
  readonly fraction: (part: { readonly above: string; readonly below: string; readonly isLong: boolean }) => string;
  readonly root: (part: { readonly radicand: string; readonly index: string; readonly isLong: boolean }) => string;
  readonly raised: (inner: string, isLong: boolean) => string;
  readonly lowered: (inner: string, isLong: boolean) => string;
  /** Below and above a sum, a product or an integral. */
  readonly from: (inner: string) => string;
  readonly to: (inner: string) => string;
  /** Below a limit. */
  readonly as: (inner: string) => string;
}

const named = (signs: string, names: string): Readonly<Record<string, string>> => {
  const words = names.split(' ');
  return Object.fromEntries([...signs].map((sign, at) => [sign, (words[at] ?? sign).replaceAll('_', ' ')]));
};

const GREEK = 'αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ';
const SIGNS = '+×⋅÷±∓=≠<>≤≥≈≡→∞∫∂°%√()[]{}|!/';

const KOREAN_POWERS: Readonly<Record<string, string>> = {
  2: '제곱',
  3: '세제곱',
  '′': '프라임',
  "'": '프라임',
  도: '도',
};

const korean: MathWords = {
  signs: {
    ...named(
      GREEK,
      '알파 베타 감마 델타 엡실론 제타 에타 세타 이오타 카파 람다 뮤 뉴 크사이 파이 로 시그마 타우 입실론 파이 카이 프사이 오메가 ' +
        '대문자_감마 대문자_델타 대문자_세타 대문자_람다 대문자_크사이 곱 합 대문자_파이 대문자_프사이 대문자_오메가',
    ),
    ...named(
      SIGNS,
      '더하기 곱하기 곱하기 나누기 플러스_마이너스 마이너스_플러스 는 같지_않다 작다 크다 작거나_같다 크거나_같다 약 합동 화살표 무한대 ' +
        '적분 편미분 도 퍼센트 루트 괄호_열고 괄호_닫고 대괄호_열고 대괄호_닫고 중괄호_열고 중괄호_닫고 세로줄 팩토리얼 나누기',
    ),
    ...{ '-': '빼기', "'": '프라임', '′': '프라임', '…': '등등' },
  },
  functions: {
    ...{
      sin: '사인',
      cos: '코사인',
      tan: '탄젠트',
      cot: '코탄젠트',
      sec: '시컨트',
      csc: '코시컨트',
      log: '로그',
      ln: '자연로그',
    },
    ...{ lim: '극한', max: '최댓값', min: '최솟값' },
  },
  negative: '마이너스',
  fraction: ({ above, below, isLong }) => (isLong ? `분수 ${below} 분의 ${above} 분수 끝` : `${below}분의 ${above}`),
  root: ({ radicand, index, isLong }) =>
    `${index === '' ? '루트' : index === '3' ? '세제곱근' : `${index}제곱근`} ${radicand}${isLong ? ' 루트 끝' : ''}`,
  raised: (inner, isLong) => KOREAN_POWERS[inner] ?? (isLong ? `위 첨자 ${inner} 첨자 끝` : `의 ${inner}제곱`),
  lowered: (inner, isLong) => (isLong ? `아래 첨자 ${inner} 첨자 끝` : `아래 첨자 ${inner}`),
  from: (inner) => `${inner}부터`,
  to: (inner) => `${inner}까지`,
  as: (inner) => `${inner}일 때`,
};

const ENGLISH_POWERS: Readonly<Record<string, string>> = {
  ...{ 2: 'squared', 3: 'cubed', '′': 'prime', "'": 'prime', prime: 'prime', degrees: 'degrees' },
};

const english: MathWords = {
  signs: {
    ...named(
      GREEK,
      'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
        'capital_gamma capital_delta capital_theta capital_lambda capital_xi the_product the_sum capital_phi capital_psi capital_omega',
    ),
    ...named(
      SIGNS,
      'plus times times divided_by plus_or_minus minus_or_plus equals does_not_equal is_less_than is_greater_than ' +
        'is_less_than_or_equal_to is_greater_than_or_equal_to is_about is_equivalent_to to infinity the_integral partial degrees percent ' +
        'root open_parenthesis close_parenthesis open_bracket close_bracket open_brace close_brace vertical_bar factorial over',
    ),
    ...{ '-': 'minus', "'": 'prime', '′': 'prime', '…': 'and so on' },
  },
  functions: {
    ...{
      sin: 'sine',
      cos: 'cosine',
      tan: 'tangent',
      cot: 'cotangent',
      sec: 'secant',
      csc: 'cosecant',
      ln: 'natural log',
    },
    ...{ lim: 'the limit', max: 'the maximum', min: 'the minimum' },
  },
  negative: 'negative',
  fraction: ({ above, below, isLong }) =>
    isLong ? `the fraction ${above} over ${below} end fraction` : `${above} over ${below}`,
  root: ({ radicand, index, isLong }) =>
    `the ${index === '' ? 'square' : index === '3' ? 'cube' : `${index}th`} root of ${radicand}${isLong ? ' end root' : ''}`,
  raised: (inner, isLong) => ENGLISH_POWERS[inner] ?? `to the power ${inner}${isLong ? ' end power' : ''}`,
  lowered: (inner, isLong) => `sub ${inner}${isLong ? ' end sub' : ''}`,
  from: (inner) => `from ${inner}`,
  to: (inner) => `to ${inner}`,
  as: (inner) => `as ${inner}`,
};

/** The words of a language (BCP 47); undefined where we have none. */
export function mathWordsOf(language: string): MathWords | undefined {
  const main = language.split('-')[0]?.toLowerCase();
  return main === 'ko' ? korean : main === 'en' ? english : undefined;
}
