import type { Locale, MessageCatalog } from '@modu/errors';
import type { ArchiveProblem } from './domain/archive.ts';

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
  'board.unknown': {
    en: 'We could not find this board. It may have been deleted.',
    ko: '보드를 찾을 수 없어요. 지워졌을 수 있어요.',
  },
  'board.name': {
    en: 'Give the board a name of 1 to {max} characters.',
    ko: '보드 이름을 1~{max}자로 지어 주세요.',
  },
  'board.tooMany': {
    en: 'You have {max} boards, which is as many as there can be. Delete one first.',
    ko: '보드는 {max}개까지 만들 수 있어요. 먼저 하나를 지워 주세요.',
  },
  'archive.key': {
    en: 'The key of a download has 1 to 200 characters.',
    ko: '다운로드 키는 1~200자로 써 주세요.',
  },
  'archive.keyUsed': {
    en: 'This key was used for other pictures already.',
    ko: '이미 다른 그림에 쓴 키예요.',
  },
  'archive.tooMany': {
    en: 'You have {max} downloads ready or on their way. They end after a day; take one of those first.',
    ko: '준비했거나 준비 중인 다운로드가 {max}개 있어요. 하루가 지나면 사라지니 먼저 그것부터 받아 주세요.',
  },
  'share.input': {
    en: 'The link cannot be made like this: {field} is not right.',
    ko: '이 조건으로는 링크를 만들 수 없어요. {field} 값이 올바르지 않아요.',
  },
  'share.tooMany': {
    en: 'There are {max} links to this already. Revoke one first.',
    ko: '링크가 이미 {max}개 있어요. 먼저 하나를 끊어 주세요.',
  },
  'share.unknown': {
    en: 'We could not find this link.',
    ko: '링크를 찾을 수 없어요.',
  },
  'share.over': {
    en: 'This link shows nothing any more. Ask whoever sent it for a new one.',
    ko: '이제 볼 수 없는 링크예요. 보내 준 분께 새 링크를 부탁해 주세요.',
  },
  'share.isBoard': {
    en: 'This link shows a board.',
    ko: '보드를 보여 주는 링크예요.',
  },
  'share.guesses': {
    en: 'Too many links that do not exist. Wait some minutes and try again.',
    ko: '없는 링크를 너무 여러 번 열었어요. 몇 분 뒤에 다시 시도해 주세요.',
  },
  'share.password': {
    en: 'This link has a password.',
    ko: '비밀번호가 걸린 링크예요.',
  },
  'share.wrongPassword': {
    en: 'That is not the password. Try again.',
    ko: '비밀번호가 맞지 않아요. 다시 입력해 주세요.',
  },
  'share.wait': {
    en: 'Too many wrong passwords. Wait some minutes and try again.',
    ko: '비밀번호가 여러 번 틀렸어요. 몇 분 뒤에 다시 시도해 주세요.',
  },
  'days.range': {
    en: 'Ask for a span of 1 to {max} days.',
    ko: '기간은 1~{max}일로 정해 주세요.',
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

const ARCHIVE_PROBLEMS: Readonly<Record<ArchiveProblem, Readonly<Record<Locale, string>>>> = {
  TOO_LARGE: {
    en: 'These pictures are more than 2 GB together. Choose fewer at a time.',
    ko: '모두 합해 2GB가 넘어요. 나누어 골라 주세요.',
  },
  NOTHING_LEFT: { en: 'None of these pictures is there any more.', ko: '남아 있는 그림이 없어요.' },
  BROKEN: {
    en: 'The pictures could not be packed. Try again later.',
    ko: '그림을 묶지 못했어요. 나중에 다시 시도해 주세요.',
  },
};

/** Why an archive could not be made, in a sentence. */
export function archiveProblem(problem: ArchiveProblem, locale: Locale): string {
  return ARCHIVE_PROBLEMS[problem][locale];
}
