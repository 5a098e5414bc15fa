/** Gives a text as a file of the browser's downloads. */
export function saveText({
  name,
  text,
  type,
}: {
  readonly name: string;
  readonly text: string;
  readonly type: string;
}) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: name.replaceAll(/[/\\:*?"<>|]/gu, ' '),
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
