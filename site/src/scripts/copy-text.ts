/** Copies lines that are there to be copied; where that is refused, marks them so that the reader's keys can. */
const shownMs = 2500;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-text]')) {
  button.hidden = false;
  const name = button.textContent;
  button.addEventListener('click', async () => {
    const code = button.parentElement?.querySelector('code');
    const { done = '', failed = '' } = button.dataset;
    try {
      await navigator.clipboard.writeText(code?.textContent ?? '');
      button.textContent = done;
    } catch {
      if (code) getSelection()?.selectAllChildren(code);
      button.textContent = failed;
    }
    setTimeout(() => {
      button.textContent = name;
    }, shownMs);
  });
}

export {};
