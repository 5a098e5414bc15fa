/** Opens the browser's own dialog; after a reload a page can't reach a file again without it. */
export function chooseFile(onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]), { once: true });
  input.click();
}
