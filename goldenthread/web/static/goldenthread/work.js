// My work: after a fragment has come, the keyboard goes on where the eye does.
(function () {
  "use strict";

  document.body.addEventListener("htmx:afterSettle", function (event) {
    var work = document.getElementById("work");
    if (!work || event.detail.elt !== work && !work.contains(event.detail.elt)) { return; }
    var next = document.getElementById(work.dataset.focus);
    if (!next) { return; }
    var field = next.querySelector(".govuk-error-summary, .govuk-input--error, .govuk-textarea--error, .govuk-select--error") ||
      next.querySelector("textarea, input:not([type=hidden]), select") || next;
    if (field === next && !next.hasAttribute("tabindex")) { next.tabIndex = -1; }
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "nearest" });
  });
})();
