export { embossDrawing, type EmbossDrawing, embossSvg, type EmbossOptions } from './emboss-svg.ts';
export {
  type BraillePlace,
  braillePlaceOf,
  type CellFocus,
  confidenceOf,
  findCells,
  focusAt,
  listUndecided,
  type PrintPlace,
  printPlaceOf,
  stepPiece,
} from './proof-model.ts';
