import { writePdf } from './make-scan.ts';

/** THE HOUSE IS WARM / AND DRY TODAY, 640 by 240, as fax machines and most scanners of offices pack black and white (ITU-T T.6, Group 4). */
const FAX = [
  'JqBKDf////////////////kNAmSwhswhVZDMwhswg3IIbMIbMIMBkF1ZDMwgQGQaOIMcQYwgvxBvUQbzIbJ//4IPwREB+CIgMv6yIAh//+EH6fp69w///0/X17Vbtchpd88Cv0ZiP0Zh',
  'M8CvRmE31zgj/f69BBv0CB60EDv94Pr//pN+kP0Ouji7c4nNr//pN/+lze1333///p/r6v6Svftf//Sb//f/+96//+n//1v2////9b//6dUv+1/////7+v/ev//p/v7f+m/9f//W//vW',
  '9fruv///4ft9Ou3rv/2t2v+w74O/pL/tf45VhmDp/ZDBuVYZlkMG3/+lvX//+zUBHZqDVrft4S9f//9g/YPp1S4ruv//8MPwYd/X1v/zgbM4DIcDZ/wbnAZINv+k3C9f///yCgjyBcjW',
  '/77r///8hlz8hmU6dducFD3///tdQ34e/pLwftf///39t//296////b99b4vb9f//ev/+nVd+K//+16/e/q+9///+9/3/Xb///26//1vnAz/2v//1dV/6ddvb///20rr9b+kv8f//tda',
  '/f/9v//9tJtSFdfIR0o41b3///bSYaUNfhrT19//yTDL7DCUGCUGCUkwy8zCJ673///Ypior4r1fv//9oNV9fXv//+GEGEGF4YVOt9/iIiIgwQMzDLBCJBcMRERERxER////////////',
  '////yGpxBv5AjCHrIKlRDLqIPhBRhDOJkFyCGyshqcQ/EG/d3yDDXJcG5EBWuCDkGDS261+HBw7Swg4NXS++HDtutBw+10/nAgc4EDnBG6kNPkZiOeCNNuvvyGKZDFMG7SpBBvIPTdLn',
  'E/w3hvDt1pB8G5xO10ucT8N7+66Te2lt1/377e3aXTe37pdN7+3t+3Wl7022uv3/v7pe3tr2l7e/t/9r1/tvWl9/7ft1q+6W2v+/v/ul1ff2l7e3/v9r/+29aX/3/Tdav6W2v+3/+rFf',
  '7/FaTf/96X/6TbX+3/+Fa//39v//imv/260vb/+E/36W1/3/9V9f/7e//3//tvpff/U4K//0v+9//wb//79fv6/f/1X+Pf/Xb91+P779f2/v+/Xf/rf+tJf9v0te/df/R4M7//9/v0ke',
  'DO/r2/S0u/0vr/v/XXf2/S79X2PS0u/tLCq/1/hLCW/tpaVf7e+CWCXfthcEtv1/iorf2DCUUv9XvChd+xChVfq/woW/hqEr/XvBSMAvv2FIgCF+IiIiIiIMIREcf///////////////',
  '///+ACAC',
].join('');
const SIZE = { width: 640, height: 240 };

/** A PDF whose one page is such a scan. */
export function makeFaxPdf(): Buffer {
  const { width, height } = SIZE;
  const packed = Buffer.from(FAX, 'base64');
  const content = `q ${width} 0 0 ${height} 0 0 cm /S Do Q`;
  return writePdf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</S 4 0 R>>>>/Contents 5 0 R>>`],
    [
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode` +
        `/DecodeParms<</K -1/Columns ${width}/Rows ${height}/BlackIs1 true>>/Length ${packed.length}>>stream\n`,
      packed,
      '\nendstream',
    ],
    [`<</Length ${content.length}>>stream\n${content}\nendstream`],
  ]);
}
