/** id | English | Korean | the thing it is drawn as (THINGS); the id when absent. */
export const BEING_WORDS = `
cat | cat, cats, kitten, kittens, kitty, tabby | 고양이, 냥이, 아기고양이, 새끼고양이
dog | dog, dogs, puppy, puppies, hound, retriever, jindo | 개, 강아지, 멍멍이, 진돗개, 반려견
fox | fox, foxes | 여우
wolf | wolf, wolves, husky | 늑대, 허스키
rabbit | rabbit, rabbits, bunny, bunnies, hare | 토끼
deer | deer, stag, doe, elk, moose, reindeer, fawn | 사슴, 노루, 고라니, 순록
horse | horse, horses, pony, stallion, mare, donkey, zebra | 말, 조랑말, 당나귀, 망아지
cow | cow, cows, cattle, calf | 젖소, 송아지
hanwoo | ox, bull, oxen, buffalo, hanwoo | 소, 황소, 한우, 물소
sheep | sheep, lamb, lambs, goat, goats | 양, 어린양, 염소, 양떼
bear | bear, bears, panda, grizzly | 곰, 반달곰, 판다, 북극곰
pig | pig, pigs, boar, piglet | 돼지, 멧돼지
elephant | elephant, elephants, mammoth | 코끼리
tiger | tiger, tigers, leopard, jaguar | 호랑이, 범, 표범
lion | lion, lions, lioness | 사자
bird | bird, birds, birds flying, flock, swallow, swallows, eagle, hawk, crow, crows, raven, geese, goose | 새, 새들, 새떼, 제비, 독수리, 까마귀, 기러기, 철새, 참매
gull | seagull, seagulls, gull, gulls, dove, doves, pigeon | 갈매기, 비둘기
songbird | songbird, robin, sparrow, sparrows, bluebird, magpie, parrot, kingfisher, hummingbird, cardinal | 참새, 까치, 앵무새, 파랑새, 물총새, 동박새
duck | duck, ducks, mallard, duckling | 오리, 청둥오리, 원앙
swan | swan, swans | 백조, 고니
crane | crane, cranes, heron, egret, stork, flamingo, white crane | 학, 두루미, 왜가리, 백로, 황새, 홍학
owl | owl, owls | 부엉이, 올빼미
butterfly | butterfly, butterflies, moth, dragonfly, bee, bees | 나비, 나방, 잠자리, 벌, 꿀벌
fish | fish, fishes, goldfish, koi, carp, trout, clownfish, salmon | 물고기, 금붕어, 잉어, 연어, 붕어
whale | whale, whales, dolphin, dolphins, shark, orca | 고래, 돌고래, 상어, 범고래
turtle | turtle, turtles, tortoise, sea turtle | 거북이, 거북, 바다거북
jellyfish | jellyfish, octopus, squid | 해파리, 문어, 오징어
dragon | dragon, dragons | 용
person | person, people, man, men, human, figure, figures, traveler, traveller, hiker, wanderer, boy, fisherman, farmer, monk, walker, astronaut, old man, grandfather, he | 사람, 사람들, 남자, 남성, 아저씨, 여행자, 나그네, 소년, 어부, 농부, 스님, 할아버지, 아버지, 우주인, 선비, 등산객
woman | woman, women, girl, lady, princess, queen, mother, grandmother, she | 여자, 여성, 여인, 소녀, 아가씨, 공주, 어머니, 할머니, 아주머니
child | child, children, kid, kids, baby, toddler | 아이, 아이들, 어린이, 아기, 꼬마
umbrella | umbrella, umbrellas, parasol | 우산, 양산
couple | couple, lovers, two people, friends, family | 연인, 커플, 부부, 친구, 친구들, 가족
snowman | snowman, snowmen | 눈사람
`;
