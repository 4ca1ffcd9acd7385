/** A name and what stands beside it, as one piece of a line of text. */
export function beside(name: string, text: string, className: string): HTMLSpanElement {
  const said = document.createElement('span');
  const whose = document.createElement('bdi');
  whose.textContent = name;
  said.className = className;
  said.append(whose, ` ${text}`);
  return said;
}
