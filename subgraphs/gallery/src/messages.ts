import type { MessageCatalog } from '@modu/errors';

export const messages: MessageCatalog = {
  'image.input': {
    en: 'The picture cannot be stored: {field} is not right.',
    ko: '그림을 저장할 수 없어요. {field} 값이 올바르지 않아요.',
  },
  'image.otherContent': {
    en: 'This picture is already in a gallery with other content.',
    ko: '이미 다른 내용으로 갤러리에 있는 그림이에요.',
  },
  'image.otherOwner': {
    en: 'A picture can only be put into the gallery of the person it was made for.',
    ko: '그림은 주인의 갤러리에만 넣을 수 있어요.',
  },
  'image.assetUnknown': {
    en: 'The file of this picture could not be found.',
    ko: '그림의 파일을 찾을 수 없어요.',
  },
  'image.tooLarge': {
    en: 'Pictures of up to {maxMegabytes} MB can be taken into the gallery.',
    ko: '{maxMegabytes}MB 이하의 그림만 갤러리에 넣을 수 있어요.',
  },
  'image.unreadable': {
    en: 'This file is not a picture that can be read.',
    ko: '읽을 수 있는 그림 파일이 아니에요.',
  },
  'image.unknown': {
    en: 'We could not find this picture. It may have been deleted.',
    ko: '그림을 찾을 수 없어요. 지워졌을 수 있어요.',
  },
  'image.changes': {
    en: 'Check the {field}: titles have up to 200 characters, notes 5,000, and a picture up to 50 tags of 50 characters.',
    ko: '{field} 값을 확인해 주세요. 제목은 200자, 메모는 5,000자, 태그는 50자씩 50개까지 쓸 수 있어요.',
  },
  'images.ids': {
    en: 'Choose 1 to {max} pictures at a time.',
    ko: '한 번에 1~{max}장까지 고를 수 있어요.',
  },
  'images.filter': {
    en: 'The pictures cannot be narrowed like this: {field} is not right.',
    ko: '이 조건으로는 찾을 수 없어요. {field} 값이 올바르지 않아요.',
  },
  'images.place': {
    en: 'There is no such place in the gallery.',
    ko: '갤러리에 없는 위치예요.',
  },
  'images.search': {
    en: 'Search for at most {max} characters.',
    ko: '{max}자 이하로 검색해 주세요.',
  },
  'page.size': {
    en: 'Ask for 1 to {max} pictures at a time.',
    ko: '한 번에 1~{max}장까지 볼 수 있어요.',
  },
  'page.cursor': {
    en: 'This place in the list is not known. Start from the beginning.',
    ko: '목록에서 알 수 없는 위치예요. 처음부터 다시 봐 주세요.',
  },
};
