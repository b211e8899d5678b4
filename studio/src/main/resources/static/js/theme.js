// Runs before the first paint: the scientist's choice of light or dark, else the system's.
(function () {
  'use strict';
  var asked = new URLSearchParams(location.search).get('theme');
  var kept = asked || localStorage.getItem('bw.theme') || 'auto';
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
