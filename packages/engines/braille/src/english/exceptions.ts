/**
 * Parts of words with the seams that no contraction may cross (UEB 10.6, 10.7 and 10.11: syllables of compounds, prefixes, sounds).
 * A part stands anywhere in a word, `^` ties it to the beginning and `$` to the end.
 */
const SEAMS = `mis·hap mis·han mis·hea sweet·hea hot·hou out·hou pot·hol pot·hea light·hou knight·hood boat·hou court·hou pent·hou adult·hood
  parent·hood saint·hood foot·hil foot·hol ant·hil raw·hid saw·hors fog·hor dog·hou big·hor long·han long·hai long·hor grass·hop cross·hat
  short·han left·han right·han dis·hon dis·har dis·hea gas·hol trans·hip ^re·act ^re·add ^re·adj ^re·adm ^re·aff ^re·ali ^re·app ^re·arr
  ^re·ass ^re·att ^re·awa ^re·ana ^pre·am ^pre·act ^pre·arr the·at ide·a$ nucle·ar line·ar are·a$ gen·ea kore·a$ pan·cre
  ^b·ea ^b·ed ^b·ee ^b·eg$ ^b·eggar ^b·eige ^b·el$ ^b·ell ^b·elt ^b·elg ^b·en$ ^b·en·c ^b·en·d ^b·ene·f ^b·ene·v ^b·eni·g ^b·en·t ^b·er ^b·es$
  ^b·est ^b·et$ ^b·etter ^b·etti ^b·ets ^b·ev ^b·ey$ ^b·eck ^b·ekk ^b·eth$ ^c·one ^c·ony ^c·onk ^c·onch
  ^d·isc$ ^d·iscs$ ^d·isco$ ^d·iscus$ ^d·isk ^d·ish sev·ere rev·ers rev·erb per·sev·er fev·eri
  he·red he·res here·t s·here here·n$ an·emone col·onel on·ed on·er on·eer on·est on·et on·ent on·eous
  blos·som som·er sent·im tim·en mult·im tim·et or·nam par·th ha·des sha·d ha·dr ha·de$
  b·lunder th·under la·under fo·under the·ses`;

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
