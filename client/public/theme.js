// Before the first paint: the theme somebody chose here, else the device's. A file of its own because the pages allow no
// inline script. `client/model/theme.svelte.ts` takes over from it.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('vagval:theme');
  } catch {
    // Storage may be forbidden; then the device decides.
  }
  var dark =
    choice === 'dark' || (choice !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
