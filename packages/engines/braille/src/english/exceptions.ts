/**
 * Parts of words with the seams that no contraction may cross (UEB 10.6, 10.7 and 10.11: syllables of compounds, prefixes, sounds).
 * A part stands anywhere in a word, `^` ties it to the beginning and `$` to the end.
 */
const SEAMS = `mis·hap mis·han mis·hea sweet·hea hot·hou out·hou pot·hol pot·hea light·hou knight·hood boat·hou court·hou pent·hou adult·hood
  parent·hood saint·hood foot·hil foot·hol ant·hil raw·hid saw·hors fog·hor dog·hou big·hor long·han long·hai long·hor grass·hop cross·hat
  dis·hon dis·har dis·hea gas·hol trans·hip ^re·act ^re·add ^re·adj ^re·adm ^re·aff ^re·al·i ^re·all ^re·app ^re·arr ^re·ass ^re·att ^re·awa
  ^re·an ^pre·am ^pre·arr cre·at the·at ide·a nucle·ar line·ar are·a oce·an gen·ea kore·a pan·cre
  ^b·ea ^b·ed ^b·ee ^b·eg$ ^b·eggar ^b·eige ^b·el$ ^b·ell ^b·elt ^b·en$ ^b·en·c ^b·en·d ^b·ene·f ^b·ene·v ^b·eni·g ^b·en·t ^b·er ^b·ese ^b·es·t$
  ^b·es·t·s ^b·es·t·i ^b·et$ ^b·etter ^b·etti ^b·ets ^b·ev ^b·ey$ ^b·ec·k ^b·ei ^b·eth$ ^b·ib ^b·ent
  ^c·one ^c·ony ^c·onk ^c·onch ^di·sc ^di·sk ^di·sh sever·e sever·al fever·i rever·b rever·s ever·t per·sever veri·f
  he·red he·res here·t s·here here·n$ an·emone col·onel on·er$ on·eer ones·t bon·et hon·est phon·et on·ent on·eous ^on·e·r ^on·e·g
  blos·so·m so·mer so·mers ti·men ti·med ti·mes·t senti·men multi·me ti·met orna·men filament te·name ena·mel pa·rth ha·des sha·d ha·dr ha·de$
  b·lunder th·under·$ so·un·der la·un·der un·der·iv so·un·de fo·un·de bo·un·de ro·un·de wo·un·de po·un·de·r f·oun·de
  barone·s chief·ness li·one·s dis·pi un·less ·less·on les·son`;

interface Seam {
  readonly find: RegExp;
  /** Places inside the match that must stay between signs. */
  readonly places: readonly number[];
}

const seams: readonly Seam[] = SEAMS.trim()
  .split(/\s+/)
  .map((entry) => {
    const start = entry.startsWith('^');
    const end = entry.endsWith('$');
    const letters = entry.replaceAll(/[\^$]/g, '');
    const places: number[] = [];
    let at = 0;
    for (const char of letters) {
      if (char === '·') places.push(at);
      else at += 1;
    }
    return { find: new RegExp(`${start ? '^' : ''}${letters.replaceAll('·', '')}${end ? '$' : ''}`, 'g'), places };
  });

/** The places of a word, counted in letters, that no contraction may cross. */
export function seamsOf(word: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { find, places } of seams) {
    for (const match of word.matchAll(find)) for (const place of places) found.add(match.index + place);
  }
  return found;
}
