import { loadWords } from '../../../lib/language/index.ts';

/** What comes after the first look at a wall, with what it says of pictures: script and words are fetched side by side. */
export async function withItsWords<Module>(module: Promise<Module>): Promise<Module> {
  const [come] = await Promise.all([module, loadWords('pictures')]);
  return come;
}
