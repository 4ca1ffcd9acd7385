/** The button that prints the page, or saves it as a PDF. */
document.querySelector('[data-print]')?.addEventListener('click', () => print());
