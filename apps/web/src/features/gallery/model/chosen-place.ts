/** Where the picture that was chosen last hangs; when it is not on the page, the first that is. */
export function placeOfChosen(ids: ReadonlySet<string>): number {
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-place]')];
  const last = [...ids].at(-1);
  const tile = tiles.find(({ dataset }) => dataset['id'] === last) ?? tiles[0];
  return Number(tile?.dataset['place'] ?? 0);
}
