import type { Locale, MessageCatalog } from '@modu/errors';
import { startMessages } from '@modu/paid-work';

/** The sentences of this domain's refusals. */
export const messages: MessageCatalog = {
  ...startMessages,
  'prompt.empty': { en: 'Write what you would like to see.', ko: '보고 싶은 장면을 적어 주세요.' },
  'prompt.tooLong': { en: 'Use at most {max} characters.', ko: '{max}자까지 쓸 수 있어요.' },
  'prompt.tooLongWithStyle': {
    en: 'With this style, use at most {max} characters.',
    ko: '이 스타일을 쓸 때는 {max}자까지 쓸 수 있어요.',
  },
  'prompt.emptyReading': {
    en: 'One way to read your choices leaves no words. Write something to see in each choice, or beside them.',
    ko: '선택지 가운데 하나를 고르면 글이 비어요. 선택지마다, 또는 선택지 밖에 보고 싶은 것을 적어 주세요.',
  },
  'prompt.characters': {
    en: 'The text has characters that can’t be seen. Type it anew.',
    ko: '보이지 않는 글자가 들어 있어요. 새로 적어 주세요.',
  },
  'prompt.refused': {
    en: 'This can’t be made here. Describe something else.',
    ko: '이 내용은 만들 수 없어요. 다른 장면을 적어 주세요.',
  },
  'moderation.unavailable': {
    en: 'Prompts can’t be checked right now, so nothing is made. Try again in a moment.',
    ko: '지금은 프롬프트를 확인할 수 없어서 만들지 못해요. 잠시 뒤에 다시 시도해 주세요.',
  },
  'style.unknown': { en: 'There is no such style.', ko: '없는 스타일이에요.' },
  'count.range': { en: 'Make 1 to {max} pictures at a time.', ko: '한 번에 1장부터 {max}장까지 만들 수 있어요.' },
  'strength.range': { en: 'The strength is from 0 to 1.', ko: '변화 정도는 0부터 1까지예요.' },
  'factor.choice': { en: 'Pictures can be enlarged 2 or 4 times.', ko: '2배나 4배로 키울 수 있어요.' },
  'source.one': { en: 'Choose one picture to start from.', ko: '바탕이 될 그림을 하나 골라 주세요.' },
  'source.unknown': {
    en: 'The picture to start from does not exist, or it is not yours.',
    ko: '바탕 그림이 없거나 내 그림이 아니에요.',
  },
  'source.sides': {
    en: 'Give both sides of the picture to start from, in pixels.',
    ko: '바탕 그림의 가로와 세로를 픽셀로 모두 적어 주세요.',
  },
  'source.type': { en: 'Start from a PNG, JPEG or WebP picture.', ko: 'PNG, JPEG, WebP 그림을 골라 주세요.' },
  'source.busy': {
    en: 'Many pictures are being looked at right now. Try again in a moment.',
    ko: '지금 살펴보는 그림이 많아요. 잠시 후 다시 시도해 주세요.',
  },
  'source.tooLarge': {
    en: 'This picture has more than {max} pixels or 32 MB. Choose a smaller one.',
    ko: '그림이 {max}픽셀이나 32MB를 넘어요. 더 작은 그림을 골라 주세요.',
  },
  'mask.unreadable': { en: 'The mask is not a PNG that can be read.', ko: '마스크가 읽을 수 있는 PNG가 아니에요.' },
  'mask.tooLarge': { en: 'The mask may have {max} characters at most.', ko: '마스크는 {max}자까지예요.' },
  'mask.size': {
    en: 'The mask must be as large as the picture: {width} × {height}.',
    ko: '마스크는 그림과 같은 {width} × {height} 크기여야 해요.',
  },
  'mask.empty': { en: 'Mark the part to make anew.', ko: '다시 그릴 부분을 칠해 주세요.' },
  'mask.full': { en: 'Leave some of the picture unmarked.', ko: '그림의 일부는 남겨 주세요.' },
  'seed.range': { en: 'The seed is a whole number from 0 to {max}.', ko: '시드는 0부터 {max}까지의 정수예요.' },
  'key.otherContent': {
    en: 'This key was already used for another picture. Use a new one.',
    ko: '이미 다른 그림에 쓴 키예요. 새 키를 써 주세요.',
  },
  'size.range': {
    en: 'Width and height are from {min} to {max} pixels with this model.',
    ko: '이 모델의 가로와 세로는 {min}픽셀부터 {max}픽셀까지예요.',
  },
  'size.step': { en: 'Width and height are multiples of {step}.', ko: '가로와 세로는 {step}의 배수여야 해요.' },
  'size.tier': {
    en: 'Your plan allows pictures of up to {max} pixels on a side.',
    ko: '지금 요금제에서는 한 변이 {max}픽셀인 그림까지 만들 수 있어요.',
  },
  'steps.range': {
    en: 'Use {min} to {max} steps with this model.',
    ko: '이 모델은 {min}단계부터 {max}단계까지 쓸 수 있어요.',
  },
  'model.unknown': { en: 'There is no such model.', ko: '없는 모델이에요.' },
  'model.task': { en: '{model} can’t do this.', ko: '{model} 모델로는 할 수 없는 작업이에요.' },
  'model.tier': { en: '{model} is not part of your plan.', ko: '지금 요금제에서는 {model} 모델을 쓸 수 없어요.' },
  'model.unavailable': {
    en: 'This model is not available right now. Try again later or choose another.',
    ko: '지금은 이 모델을 쓸 수 없어요. 잠시 뒤에 다시 시도하거나 다른 모델을 골라 주세요.',
  },
  'credits.insufficient': {
    en: 'This picture costs {credits} credits, which is more than you have.',
    ko: '이 그림에는 크레딧 {credits}개가 필요한데 남은 크레딧이 부족해요.',
  },
};

const NOT_NEURAL: Readonly<Record<Locale, string>> = {
  en: '{engine} (not a neural model)',
  ko: '{engine} (신경망 모델이 아니에요)',
};

/** What really does the work. */
export function engineLabel({ engineName, neural }: { engineName: string; neural: boolean }, locale: Locale): string {
  return neural ? engineName : NOT_NEURAL[locale].replace('{engine}', engineName);
}

const STYLE_NAMES: MessageCatalog = {
  watercolor: { en: 'Watercolor', ko: '수채화' },
  oil: { en: 'Oil', ko: '유화' },
  pastel: { en: 'Pastel', ko: '파스텔' },
  pencil: { en: 'Pencil', ko: '연필' },
  ink: { en: 'Ink', ko: '수묵' },
  woodblock: { en: 'Woodblock', ko: '목판화' },
  papercut: { en: 'Paper cut', ko: '종이 공예' },
  pixel: { en: 'Pixel', ko: '픽셀' },
  minimal: { en: 'Minimal', ko: '미니멀' },
  neon: { en: 'Neon', ko: '네온' },
  photo: { en: 'Photograph', ko: '사진' },
  cinematic: { en: 'Film still', ko: '영화 장면' },
};

/** What a style is called. */
export function styleName(id: string, locale: Locale): string {
  return STYLE_NAMES[id]?.[locale] ?? id;
}
