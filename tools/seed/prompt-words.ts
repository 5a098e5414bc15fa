/** What seeded pictures show, in both languages: enough words that a search finds few, many or none. */
export const PROMPT_WORDS = {
  en: {
    mood: 'quiet misty golden stormy ancient tiny vast gentle frozen burning faded velvet silver hollow drifting bright wild lonely crowded secret'.split(
      ' ',
    ),
    subject:
      'lighthouse garden harbor cathedral orchard library observatory bridge teahouse carousel greenhouse monastery windmill aqueduct fox heron whale moth tiger owl violinist gardener astronomer baker weaver sailor child dancer robot dragon teapot bicycle piano lantern compass umbrella clocktower meadow glacier waterfall'.split(
        ' ',
      ),
    place:
      'in fog|by the sea|under two moons|on a hill|after rain|in late autumn|at the edge of town|inside a bottle|beneath the pines|over the rooftops|at dawn|in a crowded market|beside a canal|on the far shore|below the ice'.split(
        '|',
      ),
    style:
      'watercolor|oil painting|ink drawing|woodcut|35mm photograph|pastel sketch|isometric render|stained glass|paper collage|charcoal study|botanical plate|travel poster'.split(
        '|',
      ),
  },
  ko: {
    mood: '고요한 안개낀 황금빛 낡은 작은 넓은 얼어붙은 빛바랜 은빛 외로운 비밀스러운 푸른'.split(' '),
    subject:
      '등대 정원 항구 성당 과수원 도서관 천문대 다리 찻집 회전목마 온실 풍차 여우 왜가리 고래 호랑이 부엉이 연주자 제빵사 선원 아이 무용수 로봇 용 주전자 자전거 피아노 등불 나침반 우산 시계탑 초원 빙하 폭포'.split(
        ' ',
      ),
    place:
      '바다 위의|언덕 너머|비 갠 뒤의|늦가을의|골목 끝의|소나무 아래|지붕 위로|새벽녘|붐비는 시장의|운하 옆의'.split(
        '|',
      ),
    style: '수채화|유화|먹그림|목판화|필름 사진|파스텔 소묘|종이 콜라주|목탄화|여행 포스터'.split('|'),
  },
} as const;
