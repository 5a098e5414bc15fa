export { fileNameOf, parseFileName } from './file-names.ts';
