/** So long nothing more is added before the names are said. */
const QUIET_MS = 1_000;

/** Gathers names until none has come for a second: two hundred files are not two hundred sentences. */
export function gatherNames(say: (names: readonly string[]) => void): (name: string) => void {
  let names: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (name) => {
    names.push(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const gathered = names;
      names = [];
      say(gathered);
    }, QUIET_MS);
  };
}
