/** id | English | Korean. */
export const WEATHER = `
rain | rain, rainy, raining, drizzle, shower, rainfall, downpour, wet day | 비, 이슬비, 소나기, 장마, 가랑비, 빗속, 빗줄기, 보슬비
snow | snow, snowy, snowing, snowfall, snowflakes, blizzard, snowstorm | 눈, 눈꽃, 폭설, 눈보라, 함박눈, 첫눈, 눈송이
fog | fog, foggy, mist, misty, haze, hazy | 안개, 안개속, 물안개, 운무, 연무
cloudy | cloudy, overcast, grey sky, gray sky, gloomy weather | 흐린, 흐림, 먹구름, 잿빛하늘
clouds | cloud, clouds, cumulus | 구름, 뭉게구름, 새털구름, 흰구름
storm | storm, stormy, thunderstorm, thunder, lightning, tempest, hurricane, typhoon | 폭풍, 폭풍우, 번개, 천둥, 태풍, 뇌우
wind | wind, windy, breeze, breezy, gust | 바람, 산들바람, 강풍, 바람부는
clear | clear, sunny, cloudless, bright day, blue sky, fine day, sunshine, sunlit, sunlight | 맑은, 맑게, 맑음, 화창한, 쾌청한, 햇살, 햇빛, 파란하늘, 푸른하늘
petals | falling petals, petals, falling leaves, drifting petals | 꽃잎, 낙엽, 꽃비
`;

export const MOMENT_WORDS = `
dawn | dawn, daybreak, sunrise, early morning, first light | 새벽, 일출, 해돋이, 여명, 동틀녘, 해뜰녘, 해뜨는
morning | morning | 아침, 오전
noon | noon, midday, day, daytime, daylight, afternoon sun | 낮, 한낮, 정오, 대낮
golden | golden hour, afternoon, late afternoon, evening light, golden light | 오후, 늦은오후, 황금빛시간
sunset | sunset, sundown, setting sun, evening, red sky | 노을, 석양, 일몰, 해질녘, 저녁, 저녁놀, 황혼녘, 해넘이, 저녁노을, 해지는
dusk | dusk, twilight, blue hour, nightfall, gloaming | 황혼, 땅거미, 어스름, 초저녁, 해거름
night | night, midnight, nighttime, nocturnal, evening stars, dark night, at night, night sky | 밤, 한밤, 한밤중, 야간, 심야, 밤중, 밤하늘, 여름밤, 겨울밤, 가을밤, 봄밤
`;

export const SEASONS = `
spring | spring, springtime, april, may | 봄, 봄날, 새봄, 봄철
summer | summer, summertime, midsummer, july, august | 여름, 한여름, 여름날, 여름철
autumn | autumn, fall, autumnal, october, fall colors, fall foliage, autumn leaves | 가을, 늦가을, 가을날, 단풍, 단풍철
winter | winter, wintertime, wintry, december, january, frost, frozen, ice, icy, christmas | 겨울, 한겨울, 겨울날, 얼음, 서리, 얼어붙은, 크리스마스, 성탄절
`;

export const HEAVENS = `
moon | moon, full moon, moonlight, moonlit, moonrise, harvest moon | 달, 보름달, 달빛, 만월, 달밤, 한가위
crescent | crescent, crescent moon, new moon | 초승달, 그믐달, 반달
sun | sun, big sun, solar disk | 해, 태양
stars | star, stars, starry, starry sky, starlight, constellation, constellations | 별, 별빛, 별밤, 별하늘, 별자리
milkyway | milky way | 은하수, 미리내
aurora | aurora, aurora borealis, northern lights, polar lights | 오로라, 극광
rainbow | rainbow | 무지개
comet | comet, shooting star, meteor, meteors, shooting stars, falling star | 혜성, 별똥별, 유성, 유성우
planet | planet, planets, saturn, jupiter, earth | 행성, 토성, 목성, 지구
fireworks | firework, fireworks | 불꽃놀이, 폭죽, 불꽃축제
`;
