import { describe, expect, it } from 'vitest';
import { pefProblems } from './check-pef.ts';

const PEF = `<?xml version="1.0" encoding="UTF-8"?>
<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
<head><meta xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/x-pef+xml</dc:format><dc:identifier>x</dc:identifier><dc:date>2026-01-02</dc:date></meta></head>
<body><volume cols="3" rows="2" rowgap="0" duplex="false"><section><page><row>⠁⠃⠉</row><row/></page></section></volume></body>
</pef>`;

describe('the rules of PEF', () => {
  it('hold for a file that follows them, whatever of another namespace stands in it', () => {
    expect(pefProblems(PEF)).toEqual([]);
    const foreign = PEF.replace('<page>', '<page xmlns:o="o" o:kind="x"><o:mark>words</o:mark>');
    expect(pefProblems(foreign)).toEqual([]);
  });

  it.each([
    ['is cut short', '</pef>', ''],
    ['has another namespace', 'ns/2008/pef', 'ns/2009/pef'],
    ['has another version', '2008-1', '2009-1'],
    ['has its body before its head', /(<head>.*<\/head>)\s*(<body>.*<\/body>)/s, '$2$1'],
    ['has no head', /<head>.*<\/head>/s, ''],
    ['has no identifier', /<dc:identifier>.*<\/dc:identifier>/, ''],
    ['has another format', 'application/x-pef+xml', 'text/plain'],
    ['has two formats', '<dc:identifier>', '<dc:format>application/x-pef+xml</dc:format><dc:identifier>'],
    ['has a date with a time', '2026-01-02', '2026-01-02T00:00:00Z'],
    ['has an element that Dublin Core has not', '<dc:date>', '<dc:colour>red</dc:colour><dc:date>'],
    ['has a volume without columns', ' cols="3"', ''],
    ['has a volume without rows', ' rows="2"', ''],
    ['has a volume without a gap', ' rowgap="0"', ''],
    ['does not say which sides', ' duplex="false"', ''],
    ['says yes for true', 'duplex="false"', 'duplex="yes"'],
    ['has no columns', 'cols="3"', 'cols="0"'],
    ['has an attribute of its own', '<page>', '<page number="1">'],
    ['has no volume', /<volume.*<\/volume>/s, ''],
    ['has a volume without a section', /<section>.*<\/section>/s, ''],
    ['has a section without a page', /<page>.*<\/page>/s, ''],
    ['has a row outside a page', '<section>', '<section><row/>'],
    ['has words in a page', '<page>', '<page>words'],
    ['has letters in a row', '⠁⠃⠉', 'abc'],
    ['has a blank that is no cell', '⠁⠃⠉', '⠁ ⠉'],
    ['has a row with too many cells', '⠁⠃⠉', '⠁⠃⠉⠙'],
    ['has a page with too many rows', '<row/>', '<row/><row/>'],
    ['has gaps for which the page has no room', '<row/>', '<row rowgap="1"/>'],
  ])('are broken by a file that %s', (_, from, to) => {
    const broken = PEF.replace(from, to);
    expect(broken).not.toBe(PEF);
    expect(pefProblems(broken)).not.toEqual([]);
  });
});
