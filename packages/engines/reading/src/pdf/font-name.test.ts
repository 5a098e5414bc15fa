import { expect, it } from 'vitest';
import { emphasesOf, setsApart } from './font-name.ts';

it.each([
  ...[
    'Helvetica-Bold',
    'KXPXGZ+FreeSerifBold',
    'Batang,Bold',
    'MalgunGothicBold',
    'NanumGothicExtraBold',
    'Arial-Black',
  ],
  ...['LiberationSans-BoldItalic', 'NimbusRomNo9L-Medi', 'NimbusSanL-Bold', 'AvantGarde-Demi', 'SourceSans-Semibold'],
  ...['ECEDAZ+CMBX12', 'CMB10', 'CMSSBX10', 'SFBX1000', 'LMRoman10-Bold', 'CMCSC10', 'LMRomanCaps10-Regular'],
  ...[
    'HYGothic-Extra',
    'HYHeadLine-Medium',
    '견고딕',
    'HiraKakuPro-W6',
    'FutoGoB101-Bold',
    'Roboto-BoldItalic',
    'Times,BI',
  ],
])('%s sets a line apart', (name) => {
  expect(setsApart(name)).toBe(true);
});

it.each([
  ...['Helvetica', 'Times-Roman', 'NotoSerifCJKkr-Regular', 'HYSMyeongJo-Medium', 'HYGothic-Medium', 'MalgunGothic'],
  ...['CMR10', 'CMTI10', 'CMBSY10', 'NimbusRomNo9L-Regu', 'Roboto-Medium', 'NanumGothicLight', 'HiraKakuPro-W3'],
  ...['NotoSansSC-Regular', 'PingFangSC-Light', 'Blackadder ITC', 'Type3', 'GOUDYB', ''],
])('%s does not', (name) => {
  expect(setsApart(name)).toBe(false);
});

it.each([
  ['Helvetica-Oblique', ['ITALIC']],
  ['ABCDEF+CMTI10', ['ITALIC']],
  ['Times,BI', ['BOLD', 'ITALIC']],
  ['LiberationSans-BoldItalic', ['BOLD', 'ITALIC']],
  ['Batang,Italic', ['ITALIC']],
  ['MalgunGothicBold', ['BOLD']],
  ['CMCSC10', []],
  ['CMMI10', []],
  ['Capitol-Regular', []],
])('%s makes a passage %j', (name, emphases) => {
  expect(emphasesOf(name)).toEqual(emphases);
});
