import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from './contract.ts';
import { createBrailleEngine } from './engine.ts';
import { findSystemLouis } from './louis/find-system-louis.ts';
import { LOUIS_DEFAULTS, LouisClient, LouisError } from './louis/louis-client.ts';
import type { LouisOptions } from './louis/louis-client.ts';
import { startThread } from './louis/louis-thread.ts';
import { startSystemLouis } from './louis/system-louis.ts';
import { layoutPages } from './layout/layout-pages.ts';
import { DEFAULT_SETUP } from './layout/setup.ts';

// What holds of one liblouis holds of the other: where the system has none that will do, the npm build is tried alone.
const installed = await findSystemLouis();
const KINDS = [['the npm build', null] as const, ...(installed ? [['the system’s liblouis', installed] as const] : [])];

describe.each(KINDS)('the braille engine with %s', (_, system) => {
  const engine = createBrailleEngine({ system });
  afterAll(() => engine.close());

  const cells = async (text: string, code: string) => {
    const answer = await engine.translate({ text }, code);
    if (isRefusal(answer)) throw new Error(answer.message);
    return answer.cells;
  };

  it('lists Korean, UEB and every table of liblouis, each with a name in both languages', async () => {
    const codes = await engine.codes();
    expect(codes.slice(0, 2).map(({ id }) => id)).toEqual(['ko-2024', 'ko-2020']);
    expect(codes.find(({ id }) => id === 'en-ueb-g2')).toMatchObject({ language: 'en', grade: 2, maker: 'LIBLOUIS' });
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.every(({ title }) => title.ko !== '' && title.en !== '')).toBe(true);
    expect(new Set(codes.map(({ id }) => id)).size).toBe(codes.length);
  });

  it.each([
    ['ko-2024', '점자', '⠨⠎⠢⠨'],
    ['en-ueb-g1', 'The child', '⠠⠞⠓⠑⠀⠉⠓⠊⠇⠙'],
    ['en-ueb-g2', 'The child', '⠠⠮⠀⠡'],
    ['fr-bfu-g2', 'bonjour', '⠃⠚'],
  ])('writes %s', async (code, text, expected) => {
    expect(await cells(text, code)).toBe(expected);
  });

  it('leads from the cells of a table back to print, and keeps words whole', async () => {
    const answer = await engine.translate({ text: 'I know it.' }, 'en-ueb-g2');
    if (isRefusal(answer)) throw new Error(answer.message);
    expect(answer.groups.map((group) => group.cells).join('')).toBe(answer.cells);
    const know = answer.groups.find((group) => group.start === 2);
    expect(know).toMatchObject({ cells: '⠐⠅', end: 6, glued: false, rule: 'LIBLOUIS' });
    expect(answer.groups.at(-1)).toMatchObject({ cells: '⠲', glued: true });
  });

  it('signs emphasis', async () => {
    const answer = await engine.translate(
      { text: 'a bold b', spans: [{ start: 2, end: 6, emphasis: 'BOLD' }] },
      'en-ueb-g2',
    );
    expect(isRefusal(answer) ? '' : answer.cells).toBe('⠁⠀⠘⠂⠃⠕⠇⠙⠀⠰⠃');
  });

  it('writes Hangul in English text by the Korean rules, between signs that are left open', async () => {
    const text = 'eat 김치 now';
    const answer = await engine.translate({ text }, 'en-ueb-g2');
    if (isRefusal(answer)) throw new Error(answer.message);
    expect(answer.cells).toBe('⠑⠁⠞⠀⠸⠷⠈⠕⠢⠰⠕⠸⠾⠀⠝⠪');
    expect(answer.groups.map(({ cells: own }) => own).join('')).toBe(answer.cells);
    expect(answer.groups.filter(({ undecided }) => undecided).map(({ undecided }) => undecided)).toEqual([
      'MAIN_SCRIPT',
      'MAIN_SCRIPT',
    ]);
    expect(answer.groups.at(-1)).toMatchObject({ end: text.length, rule: 'LIBLOUIS' });
    expect(await cells('김치', 'en-ueb-g2')).toBe('⠸⠷⠈⠕⠢⠰⠕⠸⠾');
    const hangul = { start: 4, end: 6, language: 'ko', emphasis: 'BOLD' } as const;
    const bold = await engine.translate({ text, spans: [hangul] }, 'en-ueb-g2');
    expect(isRefusal(bold) ? '' : bold.cells).toContain('⠸⠷⠰⠤⠈⠕⠢⠰⠕⠤⠆⠸⠾');
  });

  it.each([
    ['both lengths of a dash are one', 'a — b–c―d', '⠁⠀⠠⠤⠀⠃⠠⠤⠉⠐⠠⠤⠙'],
    ['names keep the marks of their letters', 'Dvořák Łódź Ås', '⠠⠙⠧⠕⠘⠬⠗⠘⠌⠁⠅⠀⠠⠈⠡⠇⠘⠌⠕⠙⠘⠌⠵⠀⠠⠘⠫⠁⠎'],
  ])('in UEB %s, whatever the tables of the build know', async (_, text, expected) => {
    const answer = await engine.translate({ text }, 'en-ueb-g1');
    if (isRefusal(answer)) throw new Error(answer.message);
    expect(answer.cells.replaceAll('⠰', '')).toBe(expected);
    expect(answer.groups.every(({ undecided }) => undecided === null)).toBe(true);
  });

  it.each([['en-ueb-g2'], ['fr-bfu-g2'], ['ru']])('marks in %s what the table has no cells for', async (code) => {
    const answer = await engine.translate({ text: 'a 中中 b 😀.' }, code);
    if (isRefusal(answer)) throw new Error(answer.message);
    const open = answer.groups.filter(({ undecided }) => undecided === 'NO_SIGN');
    expect(open.map(({ cells: own, start, end }) => [own, start, end])).toEqual([
      ['⠿', 2, 4],
      ['⠿', 7, 9],
    ]);
  });

  it('counts places in the units of the text, behind a character of two units as before it', async () => {
    const text = '😀 know 中 it';
    const answer = await engine.translate({ text, spans: [{ start: 3, end: 7, emphasis: 'BOLD' }] }, 'en-ueb-g2');
    if (isRefusal(answer)) throw new Error(answer.message);
    const shown = answer.groups.map(({ cells: own, start, end }) => [own, text.slice(start, end)]);
    expect(shown[0]).toEqual(['⠿', '😀']);
    expect(shown).toContainEqual(['⠿', '中']);
    expect(shown.find(([own]) => own?.startsWith('⠘⠂'))?.[1]).toMatch(/^know/);
    expect(answer.groups.at(-1)).toMatchObject({ end: text.length });
  });

  it('reads contracted English back', async () => {
    const back = await engine.backTranslate('⠠⠮⠀⠡', 'en-ueb-g2');
    expect(back).toMatchObject({ text: 'The child' });
    if (isRefusal(back)) throw new Error(back.message);
    expect(back.places[4]).toBe(3);
  });

  it('takes a text far longer than one call of the build may be', async () => {
    const text = 'knowledge is for the people. '.repeat(1_500);
    const long = await cells(text, 'en-ueb-g2');
    const one = await cells('knowledge is for the people. ', 'en-ueb-g2');
    expect(long).toBe(one.repeat(1_500));
  });

  it('refuses codes it has not, damaged text, and what is no braille', async () => {
    expect(await engine.translate({ text: 'a' }, '../../etc/passwd')).toMatchObject({ refused: 'UNSUPPORTED_CODE' });
    expect(await engine.translate({ text: 'a' }, 'tlh')).toMatchObject({ refused: 'UNSUPPORTED_CODE' });
    expect(await engine.translate({ text: '\ud800' }, 'en-ueb-g2')).toMatchObject({ refused: 'LONE_SURROGATE', at: 0 });
    expect(await engine.backTranslate('abc', 'ko-2024')).toMatchObject({ refused: 'NOT_BRAILLE', at: 0 });
  });

  it('lays out an English document', async () => {
    const blocks = [
      { kind: 'PARAGRAPH', id: 'p', content: { text: 'It was the best of times. '.repeat(20) } },
    ] as const;
    const pages = layoutPages(() => blocks, {
      setup: DEFAULT_SETUP,
      translate: (print) => engine.translate(print, 'en-ueb-g2'),
    });
    for await (const page of pages) {
      for (const line of page.lines) expect(line.cells.length).toBeLessThanOrEqual(40);
      expect(page.lines[1]?.cells.startsWith('⠀⠀⠠⠭⠀⠴⠀⠮⠀')).toBe(true);
    }
  });
});

describe.each(KINDS)('liblouis apart, %s', (_, system) => {
  const open = (options: Partial<LouisOptions> = {}) =>
    new LouisClient(options, system ? startSystemLouis(system, { ...LOUIS_DEFAULTS, ...options }) : startThread);
  const ask = (text: string) => ({ kind: 'TRANSLATE', table: 'en-ueb-g1.ctb', text, typeforms: null }) as const;

  it('gives up on a text that takes too long, and goes on with the next', async () => {
    const client = open({ callTimeoutMs: 1 });
    await expect(client.ask(ask('a'))).rejects.toMatchObject({ code: 'TIMED_OUT' });
    await client.close();
    const patient = open();
    await expect(patient.ask(ask('a'))).resolves.toMatchObject({ cells: '⠁' });
    await patient.close();
  });

  it('lets go of a text whose caller has gone, and refuses more than may wait', async () => {
    const client = open({ queueMax: 1 });
    const gone = new AbortController();
    const first = client.ask(ask('a'), gone.signal);
    const second = client.ask(ask('b'));
    await expect(client.ask(ask('c'))).rejects.toBeInstanceOf(LouisError);
    gone.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(second).resolves.toMatchObject({ cells: '⠃' });
    await client.close();
    await expect(client.ask(ask('d'))).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('answers a table that is not there with an error and lives on', async () => {
    const client = open();
    await expect(client.ask({ ...ask('a'), table: 'none.ctb' })).rejects.toMatchObject({ code: 'TABLE' });
    await expect(client.ask(ask('a'))).resolves.toMatchObject({ cells: '⠁' });
    await client.close();
  });
});
