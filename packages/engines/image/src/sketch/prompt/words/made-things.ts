/** id | English | Korean | the thing it is drawn as (THINGS); the id when absent. */
export const MADE_WORDS = `
house | house, houses, villa, mansion, building, buildings, school | 집, 주택, 건물, 기와, 학교, 양옥, 집들
barn | barn, barns, shed, stable | 헛간, 외양간, 창고
cottage | cottage, cottages, thatched house, thatched cottage | 초가집, 초가, 시골집
cabin | cabin, cabins, hut, huts, lodge, log cabin, mountain hut, chalet, shack | 오두막, 산장, 통나무집, 움막, 원두막
hanok | hanok, korean house, tiled house, traditional house | 한옥, 기와집, 정자, 고택
pagoda | pagoda, pagodas | 탑, 석탑, 불탑, 목탑
temple | temple, temples, palace, shrine hall, gyeongbokgung, monastery | 절, 사찰, 궁, 궁궐, 경복궁, 사원, 대웅전, 암자, 창덕궁
castle | castle, castles, fortress, citadel | 성, 성곽, 성채, 요새
church | church, churches, chapel, cathedral | 교회, 성당, 예배당
tower | tower, towers, turret, clock tower | 타워, 종탑, 망루, 시계탑, 남산타워
lighthouse | lighthouse, lighthouses | 등대
windmill | windmill, windmills | 풍차
skyscraper | skyscraper, office tower, high-rise, apartment, apartments | 빌딩, 고층빌딩, 마천루, 아파트
tent | tent, tents, camp, camping, yurt, campsite | 텐트, 캠핑, 야영, 천막
bridge | bridge, bridges | 다리, 돌다리, 교량, 구름다리
gate | gate, torii, torii gate, archway | 대문, 도리이, 홍살문, 일주문
fence | fence, fences, picket fence | 울타리, 담장, 돌담
fountain | fountain, fountains | 분수, 분수대
bench | bench, benches | 벤치, 긴의자
streetlamp | street lamp, streetlight, streetlights, lamppost, street lamps, lamp post | 가로등
lantern | lantern, lanterns, paper lantern, sky lantern | 등불, 연등, 청사초롱, 초롱, 풍등, 호롱불
sailboat | sailboat, sailboats, sailing boat, boat, boats, yacht, sail, sails | 배, 돛단배, 요트, 범선, 돛배
rowboat | rowboat, rowing boat, canoe, kayak, fishing boat, gondola, raft | 나룻배, 쪽배, 조각배, 낚싯배, 카누, 뗏목, 고깃배
ship | ship, ships, steamer, ferry, cruise ship, vessel, tanker | 선박, 여객선, 유람선, 기선, 군함
balloon | hot air balloon, hot air balloons, hot-air balloon, hot-air balloons, balloon ride, airship | 열기구, 기구, 비행선
balloons | balloons, balloon, party balloons | 풍선
airplane | airplane, plane, aeroplane, airplanes, aircraft, jet | 비행기, 항공기, 여객기
rocket | rocket, rockets, spaceship, spacecraft, space shuttle | 로켓, 우주선, 우주왕복선
ufo | ufo, flying saucer, alien ship | 비행접시, 유에프오
kite | kite, kites | 연, 방패연, 가오리연
car | car, cars, automobile, taxi, vehicle, truck, van | 차, 자동차, 택시, 트럭, 승용차
bus | bus, buses, tram, trolley | 버스, 전차
train | train, trains, locomotive, railway, subway | 기차, 열차, 전철, 지하철, 철도, 증기기관차
bicycle | bicycle, bicycles, bike, bikes, motorcycle | 자전거, 오토바이
apple | apple, apples | 사과
persimmon | persimmon, persimmons | 감, 단감, 홍시, 곶감
orange | orange fruit, oranges, tangerine, tangerines, mandarin, grapefruit | 귤, 감귤, 오렌지, 한라봉
peach | peach, peaches, apricot | 복숭아, 살구
pear | pear, pears | 배 과일, 서양배
lemon | lemon, lemons, lime | 레몬, 유자, 라임
tomato | tomato, tomatoes, cherry, cherries, strawberry, strawberries | 토마토, 체리, 앵두, 딸기
plum | plum, plums, grape, grapes, fig, eggplant, blueberry | 자두, 포도, 무화과, 매실, 가지
watermelon | watermelon, watermelons, melon | 수박, 참외, 멜론
pumpkin | pumpkin, pumpkins, gourd | 호박, 박
banana | banana, bananas | 바나나
fruit | fruit, fruits, bowl of fruit, fruit basket | 과일, 과일바구니 | apple
cup | cup, cups, mug, coffee, tea cup, teacup, cup of tea, cup of coffee, latte, cocoa | 컵, 잔, 찻잔, 커피, 머그컵, 커피잔, 차 한 잔, 라떼
bowl | bowl, bowls, ramen, noodles, noodle soup, soup, rice bowl, bibimbap, stew, pho, udon | 그릇, 라면, 국수, 칼국수, 비빔밥, 국밥, 찌개, 우동, 냉면, 국
teapot | teapot, kettle, tea | 찻주전자, 주전자, 다기
moonjar | moon jar, porcelain, vase, white porcelain, pottery | 달항아리, 백자, 도자기, 화병
onggi | jar, jars, pot, onggi, kimchi pot, crock | 항아리, 장독, 장독대, 옹기
celadon | celadon, urn | 청자, 고려청자, 상감청자
books | book, books, stack of books, novel | 책, 책더미, 소설책, 그림책
candle | candle, candles, candlelight | 초, 촛불, 양초
tablelamp | lamp, lamps, desk lamp, table lamp | 램프, 스탠드, 전등, 등
chair | chair, chairs, armchair, stool | 의자, 안락의자
guitar | guitar, violin, cello, instrument | 기타, 바이올린, 악기, 첼로, 가야금
`;
