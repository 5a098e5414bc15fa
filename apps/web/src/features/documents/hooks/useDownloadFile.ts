export { useDownloadFile } from '../../../lib/download/index.ts';
