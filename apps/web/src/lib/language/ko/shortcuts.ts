import type { Translation } from '../translation.ts';
import type { shortcuts as english } from '../en/shortcuts.ts';

export const shortcuts: Translation<typeof english> = {
  shortcuts: '갤러리 단축키',
  keyWalk: '그림 사이로 움직이기',
  keyOpen: '크게 보기',
  keyChoose: '고르기',
  keyRange: '마지막으로 고른 그림부터 여기까지 고르기',
  keyAll: '처음 1000점 고르기',
  keyClear: '고르지 않기, 닫기',
  keyStar: '별표 달기',
  keyBoard: '보드에 올리기',
  keyTrash: '휴지통으로 옮기기',
  keyRestore: '휴지통에서 되살리기',
  keySearch: '검색',
  onePicture: '크게 볼 때',
  keyTurn: '이전 그림과 다음 그림',
  keyZoom: '가까이, 멀리, 전체',
  keyMove: '창보다 큰 그림 움직이기',
  keyTurnLarge: '가까이 보면서도 이전 그림과 다음 그림',
  zoomByPointer: '휠을 굴리거나 두 번 누르면 가리킨 곳으로 가까이 가요. 창보다 큰 그림은 끌어서 움직여요.',
  keySheet: '단축키 보기',
  keyEnds: '처음과 마지막 그림',
};
