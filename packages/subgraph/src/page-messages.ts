import type { MessageCatalog } from '@modu/errors';

/** What `parsePage` refuses; a domain lays its own words over them where it knows better ones. */
export const pageMessages: MessageCatalog = {
  'page.size': { en: 'Ask for 1 to {max} at a time.', ko: '한 번에 1개부터 {max}개까지 볼 수 있어요.' },
  'page.cursor': { en: 'This page does not exist.', ko: '없는 페이지예요.' },
};
