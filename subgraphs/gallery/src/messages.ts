import type { Locale, MessageCatalog } from '@modu/errors';
import { dayMessages } from '@modu/subgraph';
import type { ArchiveProblem } from './domain/archive.ts';

export const messages: MessageCatalog = {
  ...dayMessages,
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
  'image.ownerGone': {
    en: 'The account this picture was made for has been deleted.',
    ko: '그림 주인의 계정이 삭제되었어요.',
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
  'image.title': {
    en: 'A title is one line of up to 200 characters, without characters that can’t be seen.',
    ko: '제목은 보이지 않는 글자 없이 한 줄, 200자까지 쓸 수 있어요.',
  },
  'image.note': {
    en: 'A note has up to 5,000 characters; apart from line breaks, all of them can be seen.',
    ko: '메모는 줄바꿈 말고는 보이지 않는 글자 없이 5,000자까지 쓸 수 있어요.',
  },
  'image.tags': {
    en: 'A picture has up to 50 tags, each one line of up to 50 characters, without characters that can’t be seen.',
    ko: '태그는 50개까지 달 수 있어요. 하나는 보이지 않는 글자 없이 한 줄, 50자까지 쓸 수 있어요.',
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
    en: 'Give the board a name of 1 to {max} characters, in one line and without characters that can’t be seen.',
    ko: '보드 이름을 보이지 않는 글자 없이 한 줄, 1~{max}자로 지어 주세요.',
  },
  'board.tooMany': {
    en: 'You have {max} boards, which is as many as there can be. Delete one first.',
    ko: '보드는 {max}개까지 만들 수 있어요. 먼저 하나를 지워 주세요.',
  },
  'archive.key': {
    en: 'The key of a download has 1 to 200 characters, in one line and without characters that can’t be seen.',
    ko: '다운로드 키는 보이지 않는 글자 없이 한 줄, 1~200자로 써 주세요.',
  },
  'archive.keyUsed': {
    en: 'This key was used for other pictures already.',
    ko: '이미 다른 그림에 쓴 키예요.',
  },
  'archive.tooMany': {
    en: 'You have {max} downloads on their way, as many as there can be. Ask again when one of them is ready.',
    ko: '준비 중인 다운로드가 {max}개여서 더 만들 수 없어요. 하나가 준비되면 다시 시도해 주세요.',
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
  'share.passwordRule': {
    en: 'A password has {min} to {max} characters, in one line and without characters that can’t be seen.',
    ko: '비밀번호는 보이지 않는 글자 없이 한 줄, {min}~{max}자로 정해 주세요.',
  },
  'share.wrongPassword': {
    en: 'That is not the password. Try again.',
    ko: '비밀번호가 맞지 않아요. 다시 입력해 주세요.',
  },
  'share.wait': {
    en: 'Too many wrong passwords. Wait some minutes and try again.',
    ko: '비밀번호가 여러 번 틀렸어요. 몇 분 뒤에 다시 시도해 주세요.',
  },
  'images.search': {
    en: 'Search for at most {max} characters, without ones that can’t be seen.',
    ko: '보이지 않는 글자 없이 {max}자 이하로 검색해 주세요.',
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
    en: 'A picture among these is more than 2 GB, which is too much for a download of many.',
    ko: '2GB가 넘는 그림이 있어서 한꺼번에 받을 수 없어요.',
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
