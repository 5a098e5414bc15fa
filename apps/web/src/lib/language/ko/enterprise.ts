import type { Translation } from '../translation.ts';
import type { enterprise as english } from '../en/enterprise.ts';

export const enterprise: Translation<typeof english> = {
  title: '단체를 위한 모두',
  words: '어떤 단체인지, 무엇이 필요한지 알려 주세요. 크레딧과 저장 공간, 한도를 함께 정해요.',
  organisation: '단체 이름',
  contactEmail: '이메일 주소',
  people: '사용할 인원',
  message: '하고 싶은 일',
  send: '문의 보내기',
  sent: '문의를 잘 받았어요. 이메일로 연락드릴게요.',
  lost: '스튜디오가 응답하지 않아요. 다시 시도해 주세요.',
  requests: '문의 목록',
  none: '들어온 문의가 없어요.',
  forPeople: '{people}명',
  answered: '{moment}부터 적용했어요',
  credits: '매달 크레딧',
  storage: '저장 공간(GB)',
  running: '동시에 실행할 작업',
  waiting: '기다릴 수 있는 작업',
  endsOn: '종료일',
  activate: '적용하기',
};
