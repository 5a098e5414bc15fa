/** id | English | Korean. The id is a key of SETTINGS in ../../scene/settings.ts. */
export const PLACES = `
mountain | mountain, mountains, mount, peak, peaks, alps, alpine, summit, highlands, sierra, himalaya | 산, 산맥, 봉우리, 산봉우리, 고산, 설악산, 한라산, 지리산, 백두산
snowpeak | snowy mountain, snowy mountains, snow-capped mountains, snowcapped mountains, glacier, icy peak | 설산, 빙하, 눈 덮인 산
volcano | volcano, volcanic, crater | 화산, 분화구
hills | hill, hills, hillside, rolling hills, downs | 언덕, 동산, 구릉
valley | valley, valleys, glen, vale, dale | 계곡, 골짜기, 협곡
canyon | canyon, gorge, mesa, badlands | 그랜드캐니언, 캐니언
cliff | cliff, cliffs, bluff, precipice | 절벽, 벼랑
sea | sea, ocean, seas, oceans, open water, waves, wave | 바다, 대양, 해양, 파도, 동해, 서해, 남해
beach | beach, shore, coast, seaside, seashore, coastline, sandy shore, shoreline | 해변, 바닷가, 해안, 백사장, 모래사장, 해수욕장
island | island, islands, isle, archipelago, atoll | 섬, 제주도, 제주, 독도, 울릉도
harbour | harbor, harbour, port, pier, dock, marina, wharf | 항구, 부두, 포구, 선착장
lake | lake, lakes, loch, reservoir | 호수, 저수지, 천지
pond | pond, pool, lily pond | 연못, 못, 웅덩이
river | river, stream, brook, creek, riverside, riverbank | 강, 개울, 시내, 시냇물, 강변, 강가, 한강, 냇가, 하천
waterfall | waterfall, falls, cascade | 폭포
wetland | marsh, swamp, wetland, bog, mangrove | 습지, 늪, 갈대밭
forest | forest, woods, woodland, jungle, grove, rainforest, taiga, trees everywhere | 숲, 숲속, 정글, 산림, 수풀, 밀림
bamboogrove | bamboo forest, bamboo grove | 대숲, 대나무숲, 죽림
meadow | meadow, meadows, grassland, prairie, pasture, field, fields, grass, lawn, steppe, plain, plains, savanna, savannah, countryside | 들판, 초원, 목장, 풀밭, 잔디, 잔디밭, 들, 벌판, 평원, 시골, 초록들판
flowerfield | flower field, field of flowers, flower meadow, wildflowers, wildflower meadow, blooming field | 꽃밭, 들꽃, 야생화, 꽃들판
lavenderfield | lavender field, lavender fields, field of lavender | 라벤더밭, 라벤더 밭
sunflowerfield | sunflower field, field of sunflowers, sunflower fields | 해바라기밭, 해바라기 밭
canolafield | canola field, rapeseed field | 유채꽃밭, 유채밭
poppyfield | poppy field, field of poppies | 양귀비밭
wheatfield | wheat field, wheat, cornfield, barley field, golden field, crops | 밀밭, 보리밭, 옥수수밭, 황금들판
ricefield | rice field, rice paddy, rice terrace, rice terraces, paddies | 논, 벼, 다랑논, 다랭이논
teafield | tea field, tea plantation | 차밭, 녹차밭
orchard | orchard, vineyard | 과수원, 포도밭
garden | garden, gardens, backyard, courtyard, botanical garden | 정원, 마당, 뜰, 뒷마당, 화원
park | park, playground | 공원, 놀이터
farm | farm, ranch, farmland, farmhouse | 농장, 농촌, 밭
village | village, hamlet, town, small town, settlement | 마을, 동네, 산골, 어촌
hanokvillage | hanok village, korean village, bukchon | 한옥마을, 북촌, 민속촌, 전주한옥마을
city | city, downtown, skyline, metropolis, cityscape, skyscrapers, urban, manhattan, seoul, tokyo, new york | 도시, 도심, 시내 중심, 빌딩숲, 서울, 부산, 도쿄, 뉴욕, 야경
street | street, road, alley, avenue, lane, highway, boulevard | 거리, 길, 골목, 골목길, 도로, 대로, 차도, 길거리
path | path, trail, footpath, walkway | 오솔길, 산책로, 산길, 숲길, 둘레길, 올레길
desert | desert, dunes, dune, sahara, sand dunes, oasis | 사막, 모래언덕, 사구, 오아시스
snowfield | snowfield, tundra, arctic, antarctica, snowy field, icefield, north pole, winter wonderland | 설원, 눈밭, 북극, 남극, 빙원
underwater | underwater, under the sea, seabed, ocean floor, deep sea, coral reef, aquarium, reef | 바닷속, 물속, 심해, 수중, 해저, 산호초, 수족관
space | space, outer space, galaxy, nebula, cosmos, universe, deep space, orbit, milky way galaxy | 우주, 은하, 성운, 은하계, 우주공간
moonscape | moonscape, lunar surface, on the moon, alien planet, mars | 달 표면, 월면, 화성, 외계행성
room | room, interior, indoors, bedroom, living room, kitchen, studio, cafe, library, office, home, attic, restaurant, study | 방, 실내, 침실, 거실, 부엌, 주방, 작업실, 카페, 도서관, 사무실, 집안, 서재, 다락방, 교실
window | window, windowsill, by the window | 창문, 창가, 창
table | table, tabletop, still life, desk | 식탁, 탁자, 테이블, 정물, 정물화, 책상
sky | sky, heavens, above the clouds, skies | 하늘, 창공, 구름 위, 상공
cave | cave, cavern, grotto | 동굴
`;
