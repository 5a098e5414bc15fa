const ENGLISH = {
  key: 'API key',
  use: 'Use this key',
  inUse: 'Your key is used in this tab.',
  none: 'No key yet: you can read the schema.',
  getKey: 'Get a key',
  schema: 'Schema (SDL)',
  changelog: 'Changelog',
  failed: 'The schema could not be loaded. Reload the page.',
};

const KOREAN: typeof ENGLISH = {
  key: 'API 키',
  use: '이 키 쓰기',
  inUse: '이 탭에서 키를 쓰고 있어요.',
  none: '아직 키가 없어요. 스키마는 읽을 수 있어요.',
  getKey: '키 만들기',
  schema: '스키마 (SDL)',
  changelog: '바뀐 점',
  failed: '스키마를 불러오지 못했어요. 새로고침해 주세요.',
};

/** GraphiQL itself speaks English only; what is ours speaks the browser's language. */
export const words = navigator.language.startsWith('ko') ? KOREAN : ENGLISH;
