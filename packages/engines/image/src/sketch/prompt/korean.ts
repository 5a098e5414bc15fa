import { type Concept, findConcept } from './concepts.ts';
import { GLUE, WITHOUT_KO } from './words/glue.ts';

/** Particles and endings that may follow a noun, longest first. */
const PARTICLES = (
  '에서부터 으로부터 에서는 에서의 으로는 이라는 들에서 들에게 에게서 처럼 만큼 까지 부터 에서 에게 에는 에도 으로 이랑 하고 보다 마다 조차 이나 이고 이며 ' +
  '들이 들을 들은 들의 들과 색의 빛의 풍의 풍으로 있는 같은 스러운 로운 에 의 은 는 이 가 을 를 과 와 로 도 만 랑 들 야 아 여 나 풍 색 빛 속 위 옆 앞 뒤 밑 안'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

const known = (word: string) => findConcept(word) !== undefined || GLUE.has(word) || WITHOUT_KO.has(word);

/** The word without its particles when what remains is known; else null. */
export function stem(word: string): string | null {
  if (known(word)) return word;
  for (const particle of PARTICLES) {
    if (!word.endsWith(particle) || word.length <= particle.length) continue;
    const rest = word.slice(0, -particle.length);
    if (known(rest)) return rest;
    const deeper = rest.length > 1 ? stemOnce(rest) : null;
    if (deeper) return deeper;
  }
  return null;
}

function stemOnce(word: string): string | null {
  const particle = PARTICLES.find(
    (end) => word.endsWith(end) && word.length > end.length && known(word.slice(0, -end.length)),
  );
  return particle ? word.slice(0, -particle.length) : null;
}

/**
 * Takes a run of Hangul apart into known words and particles: 밤하늘에 → 밤하늘, 빨간집이 → 빨간 + 집. Longest piece first; null
 * when some part stays unexplained, so that an unknown word is not mistaken for a chance syllable in it.
 */
export function splitKorean(word: string): string[] | null {
  const whole = stem(word);
  if (whole) return [whole];
  for (let end = word.length - 1; end >= 1; end--) {
    const head = word.slice(0, end);
    const concept: Concept | undefined = findConcept(head);
    if (!concept && !GLUE.has(head)) continue;
    if (head.length === 1 && word.length - end < 2) continue;
    const rest = splitKorean(word.slice(end));
    if (rest) return [head, ...rest];
  }
  return null;
}
