// Runs as soon as the head of the Mentions page is read, long before the modules at its end: where the address asks for
// anything, what filters need is on its way by then. The browser hands it to whoever fetches it.
if (/[?&](?!view=)\w/.test(location.search)) {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.href = document.currentScript.dataset.file;
  document.head.append(link);
}
