import { describe, expect, it } from 'vitest';
import { cellsEditionOf, editionOfCode } from '../engine-edition.ts';
import { createBrailleEngine } from '../engine.ts';
import { chooseSystemLouis, findSystemLouis, parseSystemLouis } from './find-system-louis.ts';

const told = (version: string, charBytes: unknown = 4) =>
  JSON.stringify({ version, tables: ['en-ueb-g2.ctb'], charBytes });
const SYSTEM = { version: '3.24.0', tables: ['en-ueb-g2.ctb'], charBytes: 4, python: 'python3' } as const;

describe('the system’s liblouis', () => {
  it.each(['3.24.0', '3.31.1', '4.0.0'])('is used from 3.24 on: %s', (version) => {
    expect(parseSystemLouis(told(version))).toEqual({ version, tables: ['en-ueb-g2.ctb'], charBytes: 4 });
  });

  it.each([told('3.23.9'), told('2.99.0'), told('new'), told('3.24.0', 3), '{}', 'no'])(
    'is not where it says %s',
    (what) => {
      expect(() => parseSystemLouis(what)).toThrow();
    },
  );

  it('that is missing is no error, but where nothing else was wanted', async () => {
    expect(await findSystemLouis('no-python-of-this-name')).toBeNull();
    expect(await chooseSystemLouis('build')).toBeNull();
    if (await findSystemLouis())
      expect(await chooseSystemLouis('system')).toMatchObject({ charBytes: expect.any(Number) as number });
    else await expect(chooseSystemLouis('system')).rejects.toThrow(/liblouis/);
  });

  it('writes the codes whose tables it has; cells of others, and of Korean, stay those they were', async () => {
    const engine = createBrailleEngine({ system: SYSTEM });
    expect(engine.editionOf('en-ueb-g2')).toMatchObject({ name: 'liblouis of the system', tables: 'en-ueb-g2.ctb' });
    expect(engine.editionOf('en-ueb-g2').version).toMatch(/^3\.24\.0\+/);
    for (const code of ['en-ueb-g1', 'ko-2024']) {
      expect(engine.editionOf(code)).toEqual(editionOfCode(code));
      expect(cellsEditionOf(code, SYSTEM)).toBe(cellsEditionOf(code));
    }
    expect(cellsEditionOf('en-ueb-g2', SYSTEM)).not.toBe(cellsEditionOf('en-ueb-g2'));
    await engine.close();
  });
});
