/** id | English | Korean | the thing it is drawn as (THINGS); the id when absent. */
export const PLANT_WORDS = `
tree | tree, trees | 나무, 고목, 큰나무
oak | oak, oaks, oak tree, elm, beech, chestnut tree, zelkova | 참나무, 떡갈나무, 느티나무, 밤나무 | tree
maple | maple, maples, maple tree, red maple | 단풍나무 | redtree
ginkgo | ginkgo, gingko, ginkgo tree, golden tree | 은행나무 | goldtree
autumntree | autumn tree, autumn trees | 가을나무
olivetree | olive tree, olive trees, eucalyptus | 올리브나무, 유칼립투스 | olive
blossom | cherry blossom, cherry blossoms, cherry tree, cherry trees, sakura, plum blossom, blossom, blossoms, peach blossom | 벚꽃, 벚나무, 벚꽃나무, 매화, 매화나무, 복사꽃
magnolia | magnolia, apple blossom, pear blossom, dogwood | 목련, 배꽃, 사과꽃, 이팝나무 | whiteblossom
conifer | conifer, fir, firs, spruce, evergreen, evergreens, fir tree, christmas tree, larch | 전나무, 가문비나무, 침엽수, 크리스마스트리, 상록수, 낙엽송
pine | pine, pines, pine tree, pine trees, red pine | 소나무, 솔, 노송, 해송, 솔숲
cypress | cypress, cypresses, poplar, poplars, metasequoia | 포플러, 사이프러스, 미루나무, 메타세쿼이아, 편백나무, 편백
willow | willow, willows, weeping willow | 버드나무, 수양버들, 버들
birch | birch, birches, aspen | 자작나무, 사시나무
bare | bare tree, bare trees, leafless tree, dead tree, winter tree | 앙상한나무, 겨울나무, 마른나무
palm | palm, palms, palm tree, palm trees, coconut tree | 야자수, 야자나무, 종려나무
bamboo | bamboo | 대나무, 대
bush | bush, bushes, shrub, shrubs, hedge | 덤불, 관목, 울창한덤불
cactus | cactus, cacti, saguaro | 선인장
persimmontree | persimmon tree, persimmon trees | 감나무
appletree | apple tree, apple trees, fruit tree | 사과나무, 과일나무
orangetree | orange tree, tangerine tree, lemon tree | 귤나무, 오렌지나무
reeds | reed, reeds, silver grass, pampas, pampas grass, tall grass, cattail | 갈대, 억새, 부들
mushroom | mushroom, mushrooms, toadstool | 버섯
seaweed | seaweed, kelp, algae | 해초, 미역, 다시마
coral | coral, corals | 산호
flower | flower, flowers, bloom, blooms, wild flower | 꽃, 꽃들, 들꽃송이
daisy | daisy, daisies, chamomile, chrysanthemum, edelweiss | 데이지, 국화, 구절초, 개망초, 캐모마일
sunflower | sunflower, sunflowers | 해바라기
cosmosflower | cosmos flower, cosmos flowers, gerbera, aster, dahlia | 코스모스, 거베라, 달리아 | cosmos
poppy | poppy, poppies, anemone | 양귀비
tulip | tulip, tulips, crocus, lily, lilies, iris | 튤립, 백합, 붓꽃
rose | rose, roses, peony, peonies, camellia, camellias, hibiscus | 장미, 모란, 작약, 동백, 동백꽃, 무궁화
lavender | lavender, lupine, wisteria, hyacinth, bluebell, bluebells, violet flower | 라벤더, 등나무, 등꽃, 히아신스, 제비꽃
hydrangea | hydrangea, hydrangeas, lilac, lilacs | 수국, 라일락
canola | canola, rapeseed, forsythia, goldenrod, dandelion, dandelions | 유채꽃, 유채, 개나리, 민들레
azalea | azalea, azaleas, rhododendron | 진달래, 철쭉
lotus | lotus, water lily, water lilies, lily pad | 연꽃, 수련, 연잎
bouquet | bouquet, vase of flowers, flower vase, flowers in a vase, vase with flowers | 꽃다발, 꽃병
`;
