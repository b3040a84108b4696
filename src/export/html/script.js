// Adds the search box: it narrows the page to the items that hold every word typed. The page reads well without it.
(function () {
  'use strict';
  var form = document.getElementById('search');
  var box = document.getElementById('query');
  var status = document.getElementById('hits');
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var fold = function (text) { return text.normalize('NFKC').toLowerCase(); };
  var items = all('.item');
  var groups = all('.pane, .section, .plan').reverse();
  var texts = items.map(function (item) {
    // A title counts for all that stands under it, so that "前海 人才" finds talent items of that plan.
    var plan = item.closest('.plan').querySelector('.plan-title, .kicker');
    return fold(item.textContent + ' ' + (plan ? plan.textContent : ''));
  });
  var shown = function (item) { return !item.hidden; };
  var find = function () {
    var words = fold(box.value).split(/\s+/).filter(Boolean);
    document.body.classList.toggle('searching', words.length > 0);
    items.forEach(function (item, at) {
      item.hidden = !words.every(function (word) { return texts[at].indexOf(word) >= 0; });
    });
    groups.forEach(function (group) {
      group.hidden = words.length > 0 && !Array.prototype.some.call(group.querySelectorAll('.item'), shown);
    });
    var hits = items.filter(function (item) {
      return shown(item) && !Array.prototype.some.call(item.querySelectorAll('.item'), shown);
    });
    status.textContent = words.length ? form.getAttribute('data-hits').replace('{count}', hits.length) : '';
  };
  box.addEventListener('input', find);
  form.addEventListener('submit', function (event) { event.preventDefault(); find(); });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    } else if (event.key === 'Escape' && event.target === box) {
      box.value = '';
      find();
    }
  });
  // A link into a part that the search has hidden shows the whole page again.
  window.addEventListener('hashchange', function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest('[hidden]')) {
      box.value = '';
      find();
      target.scrollIntoView();
    }
  });
  form.hidden = false;
}());
