// Runs before the Mentions page is read and laid out, and long before its modules: where the address asks for anything, what
// filters need is on its way by then. The browser hands it to whoever fetches it. A view alone is asked for
// too: the page begins with its brand and days.
const asked = [...new URLSearchParams(location.search)];
const own = asked.filter(([key]) => key !== 'view');
if (own.length > 0 ? own.some(([, value]) => value !== '') : /^(of|in)\//.test(asked[0]?.[1] ?? '')) {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.href = document.currentScript.dataset.file;
  document.head.append(link);
  // Rows and counts that were not asked for are not shown meanwhile; they are where the page's scripts never came.
  const { dataset } = document.documentElement;
  dataset.asked = '';
  dataset.uncounted = '';
  addEventListener('load', () => {
    if (document.querySelector('[data-explorer][data-state]')) return;
    delete dataset.asked;
    delete dataset.uncounted;
  });
}
