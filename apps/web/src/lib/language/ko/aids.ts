import type { Translation } from '../translation.ts';
import type { aids as english } from '../en/aids.ts';

export const aids: Translation<typeof english> = {
  palettePlaceholder: '어디로 갈까요, 무엇을 할까요?',
  paletteEmpty: '그런 이름은 없어요. 다른 말로 찾아보세요.',
  doings: '하기',
  latestJobs: '최근 작업',
  otherLanguage: 'English로 보기',
  toLight: '밝은 화면',
  toDark: '어두운 화면',
  moreContrast: '고대비 화면',
  lessContrast: '보통 대비 화면',
  keys: '단축키',
  keyCreate: '쓰다가 바로 만들기',
  keyClose: '열린 것 닫기',
  singleKeys: 'Ctrl 없이 누르는 단축키',
  singleKeysNote: '말로 입력하거나 키가 저절로 반복되면 꺼 두세요.',
  hearing: '소리로 듣기',
  hearingWords: '작업 중에 얼마나 됐는지 알려 드릴 때',
  paceTenth: '10퍼센트마다',
  paceHalfMinute: '30초마다',
  paceChange: '시작하고 끝날 때',
  paceEnd: '끝났을 때만',
};
