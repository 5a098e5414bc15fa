export { createReaderHere } from './reader-here.ts';
export { readWhole } from './read-whole.ts';
export { makePdf } from './make-pdf.ts';
export { makeDocx, makeEpub, makeHwpx, makeZip } from './make-zip.ts';
export { makeScan, makeScannedPdf, makeUnmappedPdf } from './make-scan.ts';
