/** `?theme=light` and `?theme=dark` fix what else follows the reader's own setting. */
const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
