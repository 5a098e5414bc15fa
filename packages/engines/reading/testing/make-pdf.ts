import iconv from 'iconv-lite';

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Korean letters; they are not in the file, as in most that Korean programs write. */
  readonly korean?: boolean;
  /** Letters that are all as wide, as a typewriter's. */
  readonly isMono?: boolean;
  /** Letters of a heavier font. */
  readonly isBold?: boolean;
  /** Letters of a font that leans. */
  readonly isItalic?: boolean;
  /** Nobody sees it: laid over a picture by what recognised its letters. */
  readonly isHidden?: boolean;
}

/** A picture with tags that say what it shows. */
interface TaggedFigure {
  readonly page: number;
  readonly text: string;
  readonly rect: readonly [left: number, low: number, right: number, high: number];
  /** Its tag says where it is; else only what is drawn under its mark does. */
  readonly isPlaced?: boolean;
}

/** A picture without tags. */
interface BarePicture extends Pick<TaggedFigure, 'page' | 'rect'> {
  /** Marked as what only adorns the page. */
  readonly isOrnament?: boolean;
}

interface PdfOptions {
  readonly figures?: readonly TaggedFigure[];
  readonly undescribed?: readonly BarePicture[];
  readonly title?: string;
  readonly links?: readonly {
    readonly page: number;
    readonly url: string;
    readonly rect: readonly [number, number, number, number];
  }[];
  /** The pages, from 1, that a picture fills. */
  readonly pictures?: readonly number[];
  /** How much of each side of the page they fill; all of it unless said. */
  readonly pictureSide?: number;
  /** The pages, from 1, whose letters are drawn as outlines. */
  readonly outlined?: readonly number[];
  /** Lines that every page draws, from one point to another. */
  readonly ruled?: readonly (readonly [number, number, number, number])[];
  /** The pages are written on their side or upside down, and say how they are to be turned to be read. */
  readonly rotate?: 90 | 180 | 270;
  /** Adds this to the trailer, as `/Encrypt 3 0 R`. */
  readonly trailer?: string;
}

const escaped = (text: string) => text.replaceAll(/[\\()]/g, '\\$&');
const hex = (text: string) => iconv.encode(text, 'cp949').toString('hex');
const PAGE = { width: 595, height: 842 };
type Rotation = 0 | NonNullable<PdfOptions['rotate']>;
const DIRECTIONS = { 0: '1 0 0 1', 90: '0 1 -1 0', 180: '-1 0 0 -1', 270: '0 -1 1 0' };
/** Where a point is written that is to be seen at this place. */
function written({ x, y }: { readonly x: number; readonly y: number }, rotate: Rotation): readonly [number, number] {
  if (rotate === 90) return [PAGE.width - y, x];
  if (rotate === 180) return [PAGE.width - x, PAGE.height - y];
  return rotate === 270 ? [y, PAGE.height - x] : [x, y];
}
const fontOf = ({ korean, isMono, isBold, isItalic }: Written) => {
  const font = korean ? 'K' : isMono ? 'M' : 'F';
  return `${font}${isBold ? 'B' : ''}${isItalic ? 'I' : ''}`;
};
const line = (one: Written, rotate: Rotation) => {
  const { text, x, y, size = 10, korean = false, isHidden = false } = one;
  const shown = korean ? `<${hex(text)}>` : `(${escaped(text)})`;
  return `BT ${isHidden ? '3' : '0'} Tr /${fontOf(one)} ${size} Tf ${DIRECTIONS[rotate]} ${written({ x, y }, rotate).join(' ')} Tm ${shown} Tj ET`;
};

const latin = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
const hangul = (name: string, letters = '5 0 R') =>
  `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/KSCms-UHC-H/DescendantFonts[${letters}]>>`;
const hangulLetters = (name: string, descriptor: string) =>
  `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 1>>/FontDescriptor ${descriptor}>>`;
const hangulShape = (name: string) =>
  `<</Type/FontDescriptor/FontName/${name}/Flags 6/FontBBox[0 -148 1001 880]/ItalicAngle 0/Ascent 880/Descent -148/CapHeight 880/StemV 93>>`;
const HANGUL = 'HYSMyeongJo-Medium';
const HANGUL_BOLD = `${HANGUL},Bold`;
/** Written where a page needs them: each page knows them by other names. */
const PAGE_FONTS = `/M ${latin('Courier')}/MB ${latin('Courier-Bold')}/FB ${latin('Helvetica-Bold')}/FI ${latin('Helvetica-Oblique')}/FBI ${latin('Helvetica-BoldOblique')}/KB ${hangul(HANGUL_BOLD, hangulLetters(HANGUL_BOLD, hangulShape(HANGUL_BOLD)))}`;

/** Bars as letters are made of. */
const OUTLINES = Array.from({ length: 60 }, (_, at) => `${60 + at * 7} 700 1 7 re ${60 + at * 7} 706 5 1 re f`);

const drawnPicture = ({ rect: [left, low, right, high] }: Pick<TaggedFigure, 'rect'>) =>
  `q ${right - left} 0 0 ${high - low} ${left} ${low} cm BI /W 2 /H 1 /CS /G /BPC 8 ID xy EI Q`;
const drawnFigure = (figure: TaggedFigure, mark: number) =>
  `/Figure <</MCID ${mark}>> BDC ${drawnPicture(figure)} 0 0 595 842 re W n EMC`;
const drawnBare = (picture: BarePicture) =>
  picture.isOrnament ? `/Artifact BMC ${drawnPicture(picture)} EMC` : drawnPicture(picture);

/** The objects of a tree of tags, from this number on: its root, then a tag for each figure. */
function tagTree(figures: readonly TaggedFigure[], { root, pages }: { root: number; pages: readonly number[] }) {
  const tag = (figure: TaggedFigure) => `${root + 1 + figures.indexOf(figure)} 0 R`;
  const marks = (figure: TaggedFigure) => figures.filter(({ page }) => page === figure.page).indexOf(figure);
  const parents = pages.map(
    (_, at) =>
      `${at} [${figures
        .filter(({ page }) => page === at + 1)
        .map(tag)
        .join(' ')}]`,
  );
  return [
    `<</Type/StructTreeRoot/K[${figures.map(tag).join(' ')}]/ParentTree<</Nums[${parents.join(' ')}]>>>>`,
    ...figures.map((figure) => {
      const box = figure.isPlaced ? `/A<</O/Layout/BBox[${figure.rect.join(' ')}]>>` : '';
      return `<</Type/StructElem/S/Figure/P ${root} 0 R/Pg ${pages[figure.page - 1]} 0 R/K ${marks(figure)}/Alt(${escaped(figure.text)})${box}>>`;
    }),
  ];
}

/** Writes a PDF of A4 pages by hand: what a page shows is where the test says. */
export function makePdf(
  pages: readonly (readonly Written[])[],
  {
    title,
    links = [],
    pictures = [],
    pictureSide = 1,
    outlined = [],
    ruled = [],
    figures = [],
    undescribed = [],
    rotate,
    trailer = '',
  }: PdfOptions = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const pageRef = (at: number) => 8 + at * 2;
  const treeRoot = pageRef(pages.length);
  const tags = figures.length > 0 ? `/MarkInfo<</Marked true>>/StructTreeRoot ${treeRoot} 0 R` : '';
  add(`<</Type/Catalog/Pages 2 0 R${tags}>>`);
  add(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${pageRef(at)} 0 R`).join(' ')}]>>`);
  add(latin('Helvetica'));
  add(hangul(HANGUL));
  add(hangulLetters(HANGUL, '6 0 R'));
  add(hangulShape(HANGUL));
  add(`<</Title(${escaped(title ?? '')})>>`);
  pages.forEach((lines, at) => {
    const picture = pictures.includes(at + 1)
      ? [`q ${PAGE.width * pictureSide} 0 0 ${PAGE.height * pictureSide} 0 0 cm BI /W 2 /H 1 /CS /G /BPC 8 ID xy EI Q`]
      : [];
    const drawn = outlined.includes(at + 1) ? OUTLINES : [];
    const rules = ruled.map(([x, y, right, top]) => `${x} ${y} m ${right} ${top} l S`);
    const tagged = figures.filter(({ page }) => page === at + 1).map(drawnFigure);
    const bare = undescribed.filter(({ page }) => page === at + 1).map(drawnBare);
    const shown = lines.map((one) => line(one, rotate ?? 0));
    const content = [...picture, ...drawn, ...rules, ...tagged, ...bare, ...shown].join('\n');
    const own = links.filter(({ page }) => page === at + 1);
    const annotations = own.map(
      ({ url, rect: [left, low, right, high] }) =>
        `<</Type/Annot/Subtype/Link/Rect[${[...written({ x: left, y: low }, rotate ?? 0), ...written({ x: right, y: high }, rotate ?? 0)].join(' ')}]/A<</S/URI/URI(${escaped(url)})>>>>`,
    );
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Rotate ${rotate ?? 0}/StructParents ${at}/Resources<</Font<</F 3 0 R/K 4 0 R${PAGE_FONTS}>>>>/Contents ${pageRef(at) + 1} 0 R/Annots[${annotations.join('')}]>>`,
    );
    add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  });
  if (figures.length > 0) tagTree(figures, { root: treeRoot, pages: pages.map((_, at) => pageRef(at)) }).forEach(add);
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj${body}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 7 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
