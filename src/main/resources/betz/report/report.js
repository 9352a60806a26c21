(function () {
  'use strict';
  var box = document.getElementById('search');
  if (!box) { return; }
  var rows = document.querySelectorAll('#settings tbody tr');
  box.parentNode.hidden = false;
  box.addEventListener('input', function () {
    var word = box.value.toLowerCase();
    rows.forEach(function (row) { row.hidden = row.textContent.toLowerCase().indexOf(word) < 0; });
  });
})();
