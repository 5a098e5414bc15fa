/** id | English | Korean | OKLCH as "lightness chroma hue". */
export const COLOURS = `
red | red, crimson, scarlet, ruby, vermilion | 빨간, 빨강, 빨간색, 붉은, 적색, 진홍, 주홍, 빨갛게, 새빨간 | 0.56 0.2 27
orangecolour | orange, tangerine color, amber, apricot color | 주황, 주황색, 오렌지색, 주황빛, 호박색 | 0.72 0.17 55
yellow | yellow, lemon yellow, mustard | 노란, 노랑, 노란색, 황색, 노랗게, 샛노란 | 0.86 0.16 98
gold | gold, golden, ochre | 금색, 황금, 황금빛, 황금색, 금빛 | 0.78 0.13 85
green | green, emerald, verdant | 초록, 초록색, 녹색, 푸르른, 초록빛, 에메랄드 | 0.56 0.13 145
lime | lime green, yellow-green, chartreuse | 연두, 연두색, 연둣빛 | 0.82 0.15 122
olivecolour | olive, khaki, moss green, moss | 올리브색, 카키색, 이끼색 | 0.55 0.08 115
teal | teal, turquoise, cyan, aqua, aquamarine | 청록, 청록색, 옥색, 비취색, 하늘청록 | 0.66 0.1 195
blue | blue, cobalt, azure, sapphire | 파란, 파랑, 파란색, 푸른, 청색, 파랗게, 새파란 | 0.54 0.15 255
skyblue | sky blue, light blue, baby blue, pale blue | 하늘색, 하늘빛, 연파랑 | 0.8 0.08 235
navy | navy, dark blue, indigo, midnight blue | 남색, 군청색, 쪽빛, 진파랑, 감청색 | 0.34 0.1 268
purple | purple, violet, amethyst | 보라, 보라색, 보랏빛, 자주, 자주색, 자줏빛, 자색 | 0.5 0.16 305
lilaccolour | lilac color, mauve, lavender color, periwinkle | 연보라, 연보라색, 라일락색 | 0.76 0.09 305
pink | pink, rose pink, blush, salmon pink, coral pink | 분홍, 분홍색, 핑크, 핑크색, 연분홍, 분홍빛 | 0.78 0.12 0
magenta | magenta, fuchsia, hot pink | 자홍색, 마젠타, 꽃분홍 | 0.62 0.23 345
brown | brown, chestnut, chocolate, umber, sienna | 갈색, 밤색, 고동색, 갈색의, 흙빛 | 0.45 0.07 55
beige | beige, cream, ivory, tan, sand color | 베이지, 베이지색, 크림색, 상아색, 아이보리 | 0.88 0.04 85
white | white, snow-white, pale | 하얀, 흰, 하양, 흰색, 하얀색, 백색, 새하얀, 하얗게 | 0.96 0.004 90
black | black, jet black, ebony | 검은, 검정, 까만, 검은색, 검정색, 흑색, 새까만 | 0.24 0.008 280
grey | grey, gray, ash, slate | 회색, 잿빛, 회색빛, 쥐색 | 0.62 0.01 260
mint | mint, mint green, seafoam | 민트, 민트색, 박하색 | 0.88 0.07 165
coralcolour | salmon, coral color, apricot | 살구색, 산호색, 연어색 | 0.77 0.12 35
wine | wine, burgundy, maroon | 와인색, 버건디, 포도주색 | 0.36 0.12 15
silver | silver, silvery, metallic | 은색, 은빛 | 0.82 0.01 240
copper | copper, rust, bronze, terracotta | 구리빛, 구릿빛, 청동, 적갈색, 벽돌색 | 0.56 0.11 45
`;

/** id | English | Korean. The id is a key of STYLES in ../../styles/styles.ts. */
export const STYLE_WORDS = `
watercolour | watercolor, watercolour, aquarelle, watercolor painting, gouache wash | 수채화, 수채, 수채화풍, 물감
ink | ink, ink wash, sumi-e, sumie, ink painting, chinese painting, korean painting, oriental painting, calligraphy, sansuhwa | 수묵화, 수묵, 동양화, 먹, 한국화, 산수화, 수묵담채화, 먹그림, 붓글씨
oil | oil, oil painting, impasto, oil on canvas, van gogh, impressionist, impressionism, monet, palette knife, post-impressionist | 유화, 유채화, 인상파, 인상주의, 고흐, 모네, 임파스토
pencil | pencil, pencil drawing, graphite, charcoal, hatching, line drawing, etching, pen drawing, pencil sketch, sketch | 연필, 연필화, 소묘, 데생, 목탄, 스케치, 연필그림, 펜화
woodblock | woodblock, woodcut, ukiyo-e, ukiyoe, linocut, woodblock print, block print, hokusai, hiroshige, screen print, poster | 목판화, 판화, 우키요에, 목판, 포스터
papercut | paper cut, papercut, paper cutout, paper craft, cut paper, layered paper, collage, cutout | 종이공예, 페이퍼컷, 종이 오리기, 콜라주, 종이
pixel | pixel, pixel art, 8-bit, 8bit, 16-bit, retro game, pixelated | 픽셀, 픽셀아트, 도트, 도트그림, 8비트
minimal | minimal, minimalist, minimalism, simple, flat, clean, flat design | 미니멀, 미니멀리즘, 단순한, 심플한, 간결한
neon | neon, cyberpunk, synthwave, vaporwave, glowing, retrowave, futuristic | 네온, 사이버펑크, 네온사인, 신스웨이브
pastel | pastel, pastels, pastel colors, soft colors, chalk, crayon | 파스텔, 파스텔톤, 색연필, 크레용, 크레파스
gouache | gouache, tempera, acrylic, painterly, painting, storybook, illustration, ghibli, children's book | 과슈, 아크릴, 일러스트, 그림책풍, 동화, 지브리, 삽화, 회화
`;

/** id | English | Korean. The id is a key of MOODS in ../../light/mood.ts. */
export const MOOD_WORDS = `
calm | calm, peaceful, serene, tranquil, quiet, still, gentle, silent, relaxing | 고요한, 평화로운, 잔잔한, 조용한, 차분한, 평온한, 고요, 한적한
dreamy | dreamy, dreamlike, ethereal, magical, fantasy, mystical, surreal, enchanted, fairy tale, whimsical | 몽환적인, 꿈같은, 환상적인, 신비로운, 마법, 동화같은, 꿈속, 몽환
gloomy | gloomy, dark, melancholy, sad, moody, somber, eerie, spooky, haunted, mysterious | 어두운, 우울한, 쓸쓸한, 슬픈, 음산한, 외로운, 고독한, 으스스한
joyful | joyful, happy, cheerful, vibrant, lively, colorful, colourful, bright, festive, playful | 즐거운, 행복한, 밝은, 활기찬, 화려한, 알록달록한, 다채로운, 신나는
warm | warm, cozy, cosy, hot, tender, nostalgic, golden glow | 따뜻한, 포근한, 아늑한, 정겨운, 따스한, 그리운
cold | cold, cool, chilly, freezing, crisp, bleak | 차가운, 추운, 서늘한, 시원한, 쌀쌀한
epic | epic, dramatic, majestic, grand, cinematic, awe-inspiring, breathtaking, vast, powerful | 웅장한, 장엄한, 극적인, 거대한, 광활한, 드넓은, 멋진
faded | vintage, retro, faded, old, antique, sepia, nostalgia | 빈티지, 복고풍, 오래된, 낡은, 빛바랜, 옛날
monochrome | monochrome, black and white, grayscale, greyscale | 흑백, 단색, 모노크롬
lonely | lonely, alone, solitary, lone, single, empty, desolate | 홀로, 외딴, 혼자, 텅빈, 황량한
lush | lush, dense, thick, overgrown, fertile | 울창한, 무성한, 우거진, 푸릇푸릇한, 싱그러운
romantic | romantic, love, lovely, sweet, beautiful, pretty | 낭만적인, 로맨틱한, 사랑, 사랑스러운, 아름다운, 예쁜
`;
