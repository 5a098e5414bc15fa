// Runs before the first paint, so that nobody sees the wrong theme or a screen reader the wrong language.
// The keys are those of lib/theme and lib/language; a locked storage leaves the system's choice in place.
(function boot() {
  try {
    var root = document.documentElement;
    var theme = JSON.parse(localStorage.getItem('modu.theme') || '{}');
    if (theme.mode === 'light' || theme.mode === 'dark') root.dataset.theme = theme.mode;
    if (theme.contrast === 'more') root.dataset.contrast = 'more';
    var locale = JSON.parse(localStorage.getItem('modu.locale') || 'null');
    root.lang = locale === 'en' || locale === 'ko' ? locale : navigator.language.startsWith('ko') ? 'ko' : 'en';
  } catch (problem) {
    console.warn('The saved theme could not be read', problem);
  }
})();
