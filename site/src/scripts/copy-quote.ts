/** Copies a quote with its source and date; where that is refused, marks it so that the reader's keys can. */
const shownMs = 2500;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-quote]')) {
  button.hidden = false;
  const name = button.textContent;
  button.addEventListener('click', async () => {
    const { copyQuote = '', done = '', failed = '' } = button.dataset;
    try {
      await navigator.clipboard.writeText(copyQuote);
      button.textContent = done;
    } catch {
      const said = button.closest('.quote')?.querySelector('blockquote');
      if (said) getSelection()?.selectAllChildren(said);
      button.textContent = failed;
    }
    setTimeout(() => {
      button.textContent = name;
    }, shownMs);
  });
}

export {};
