// Runs before the first paint, so that nobody sees the wrong theme or a screen reader the wrong language.
// The keys are those of lib/theme and lib/language; a locked storage leaves the system's choice in place.
(function boot() {
  var locale = navigator.language.startsWith('ko') ? 'ko' : 'en';
  var isKnown = false;
  try {
    var root = document.documentElement;
    var theme = JSON.parse(localStorage.getItem('modu.theme') || '{}');
    if (theme.mode === 'light' || theme.mode === 'dark') root.dataset.theme = theme.mode;
    if (theme.contrast === 'more') root.dataset.contrast = 'more';
    var kept = JSON.parse(localStorage.getItem('modu.locale') || 'null');
    if (kept === 'en' || kept === 'ko') locale = kept;
    root.lang = locale;
    // What somebody wrote is kept while they are signed in (lib/keep): a hint, no more, of which page will come.
    isKnown = Object.keys(localStorage).some((key) => key.startsWith('modu.own.'));
  } catch (problem) {
    console.warn('The saved theme could not be read', problem);
  }
  // The page's own pieces, asked for at once and not after the entry has run (build/preload-first-pages.ts).
  var told = document.getElementById('first-pages');
  if (told === null) return;
  var first = JSON.parse(told.textContent);
  var path = location.pathname.startsWith('/s/') ? '/s/' : location.pathname;
  var isOpen = /^\/(?:s\/|sign-|forgot-|reset-|verify-|dev\/)/.test(path);
  if (!isKnown && !isOpen) path = '/sign-in';
  var ask = (rel, as, address) => {
    var link = document.createElement('link');
    link.rel = rel;
    if (as) link.as = as;
    if (as === 'fetch') link.crossOrigin = 'anonymous';
    link.href = address;
    // A sheet that did not come is asked for again by the page it belongs to, which says so if it is out of reach.
    link.onerror = () => link.remove();
    document.head.append(link);
  };
  // Who is here and the key to the API are what a page of the studio asks for before anything else, and they are small.
  if (isKnown && !isOpen) {
    ask('preload', 'fetch', '/auth/get-session');
    var asks = location.search === '' && first.asks[path];
    if (asks) askEarly(asks[devicePixelRatio > 1.3 ? 'fine' : 'coarse'], locale);
    else ask('preload', 'fetch', '/auth/token');
  }
  (first.pages[path] || []).concat(first.words[locale][path] || []).forEach((file) => {
    if (file.endsWith('.css')) ask('stylesheet', '', '/' + file);
    else ask('modulepreload', '', '/' + file);
  });

  // What the page shows is asked for as soon as the key to the API is here; what would ask lies in the largest script (lib/early).
  function askEarly(bodies, locale) {
    var token = fetch('/auth/token');
    var key = token.then((answer) => answer.clone().json()).then((answer) => answer.token || Promise.reject(answer));
    var headers = { 'content-type': 'application/json', 'x-modu-locale': locale };
    var early = { '/auth/token': token };
    bodies.forEach((body) => {
      var post = (key) => ({ method: 'POST', headers: { ...headers, authorization: 'Bearer ' + key }, body });
      early[body] = key.then((key) => fetch('/graphql', post(key)));
      early[body].catch(() => undefined);
    });
    globalThis.moduEarly = early;
  }
})();
