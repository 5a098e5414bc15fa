import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';

const PROSE = 'Light goes straight on until something stands in its way, and behind that is a shadow.';
const prose = (y: number) => ({ text: PROSE, x: 72, y });
const mono = (text: string, y: number, x = 72) => ({ text, x, y, isMono: true });

const textsOf = async (lines: Parameters<typeof makePdf>[0][number]) => {
  const { parts } = await readWhole(makePdf([lines]), { filename: 'a.pdf' });
  return parts.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'PARAGRAPH' ? [block.text] : []));
};

describe('lines in the letters of programs', () => {
  it('stay lines, as far from the left as they are shown', async () => {
    const program = [mono('if (light) {', 746), mono('see(it);', 734, 84), mono('- 1', 722, 84), mono('}', 710)];

    expect(await textsOf([prose(780), prose(766), ...program, prose(680)])).toEqual([
      `${PROSE} ${PROSE}`,
      'if (light) {\n  see(it);\n  - 1\n}',
      PROSE,
    ]);
  });

  it('are words of the paragraph where one stands alone in it', async () => {
    expect(await textsOf([prose(780), mono('/a/name/that/fills/a/line', 766), prose(752)])).toEqual([
      `${PROSE} /a/name/that/fills/a/line ${PROSE}`,
    ]);
  });

  it('are joined as any others where the whole is written so', async () => {
    expect(await textsOf([mono('Light goes', 780), mono('straight on.', 768)])).toEqual(['Light goes straight on.']);
  });
});
