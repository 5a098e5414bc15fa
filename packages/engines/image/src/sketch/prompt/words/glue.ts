const set = (text: string): ReadonlySet<string> => new Set(text.split(/[\s,]+/).filter(Boolean));

/** Words that carry no picture of their own; they are neither understood nor unknown. */
export const GLUE: ReadonlySet<string> = set(`
a an the of in on at by with and or over under above below near beside behind to from into through across along around is
are was were be its it this that there some very really as for while where which who his her their my our your out up down
off under beneath between among during after before full lots many much few more most less style scene view picture image
photo art artwork drawing drawn high quality detailed beautifully landscape portrait background foreground middle center
left right top bottom small little tiny big large huge tall short long wide old new young standing sitting flying sailing
walking running floating swimming sleeping growing blooming rising setting falling shining looking playing resting seen
stands sits flies sails light colours colors color colour tones tone palette hues masterpiece 4k 8k hd
그리고 그 이 저 있는 있다 있고 하는 된 한 및 또는 위 위에 아래 아래에 옆 옆에 앞 앞에 뒤 뒤에 사이 속 속에 안 안에 밖 곁 너머 가운데
내리는 오는 오고 내린 낀 부는 피는 핀 피어난 뜬 떠 떠있는 떠오르는 지는 뜨는 비치는 빛나는 반짝이는 흐르는 날아가는 나는 날으는 서있는 선
앉은 앉아있는 걷는 걸어가는 달리는 뛰노는 노는 자는 잠자는 잠든 보이는 바라보는 펼쳐진 가득한 덮인 쌓인 물든 물든 놓인 그림 풍경 풍경화 모습 장면
스타일 풍 느낌 분위기 색 색의 빛 작은 큰 커다란 높은 낮은 긴 넓은 깊은 많은 여러 아주 매우 정말 가장 함께 같은 위로 아래로 사이로 조그만 여행
우뚝 솟은 따라 향해 걸린 열린 달린 그린 그려줘 그려주세요 해줘 주세요 한가운데 저편 멀리 가까이 든 쓴 타고 탄
`);

/** English words after which, and Korean words before which, a thing is left out. */
export const WITHOUT_EN = set('no without none not minus except');
export const WITHOUT_KO = set('없는 없이 없고 빼고 말고 제외하고 제외한');
