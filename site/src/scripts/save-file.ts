/** Hands the reader a file that was made in the page. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser still reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
