/** Hands a text to the browser as a download. */
export function saveText({ name, text }: { readonly name: string; readonly text: string }, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its bytes by then.
  setTimeout(() => URL.revokeObjectURL(url));
}
