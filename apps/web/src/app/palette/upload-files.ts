import { loadWords } from '../../lib/language/index.ts';
import { go } from '../../lib/way/index.ts';

/** Asks for files at once, which a browser lets a page do only in the moment of a press, and shows how they arrive. */
export function uploadFiles(): void {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true });
  const take = async () => {
    const [{ uploads }] = await Promise.all([import('../../features/files/hooks/useUploads.ts'), loadWords('files')]);
    uploads.add([...(input.files ?? [])]);
    await go({ to: '/files' });
  };
  input.addEventListener('change', () => void take(), { once: true });
  input.click();
}
