// An import from the keyboard: one key for the button that bears it, and the eye goes on to what comes next.
(function () {
  "use strict";

  var OFF = "import-keys-off";

  function typing(element) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;
  }

  // A single key must be possible to turn off, for those who speak to their computer.
  function keysAreOff() {
    try { return localStorage.getItem(OFF) === "yes"; } catch (error) { return false; }
  }

  function offerKeys() {
    document.querySelectorAll("[data-keys]").forEach(function (box) {
      box.hidden = false;
      var choice = box.querySelector("input");
      choice.checked = !keysAreOff();
      choice.addEventListener("change", function () {
        try { localStorage.setItem(OFF, choice.checked ? "no" : "yes"); } catch (error) { return; }
      });
    });
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || keysAreOff()) { return; }
    if (typing(event.target)) { return; }
    var button = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (button && !document.querySelector("#work.htmx-request")) {
      event.preventDefault();
      button.click();
    }
  });

  // A page is shown larger than its pane, so that it can be read: turn it to the mark.
  function turnToMark() {
    var pane = document.querySelector(".gt-source__scroll");
    var mark = pane && pane.querySelector(".gt-source__mark, mark, .gt-grid__row--marked");
    if (!mark) { return; }
    var inner = mark.getBoundingClientRect(), outer = pane.getBoundingClientRect();
    pane.scrollLeft += inner.left - outer.left - Math.max(20, (outer.width - inner.width) / 2);
    pane.scrollTop += inner.top - outer.top - 60;
  }

  document.addEventListener("load", function (event) {
    if (event.target.matches && event.target.matches(".gt-source__page img")) { turnToMark(); }
  }, true);

  document.body.addEventListener("htmx:afterSettle", function (event) {
    offerKeys();
    turnToMark();
    if (event.target.id === "source") {
      if (event.target.getBoundingClientRect().top < 0 || event.target.getBoundingClientRect().top > window.innerHeight / 2) {
        event.target.scrollIntoView();
      }
      return;
    }
    var work = document.getElementById("work");
    var next = work && event.target.contains(work) || event.target.id === "work"
      ? document.getElementById(work.dataset.focus) : null;
    if (next) {
      var error = next.querySelector(".govuk-input--error, .govuk-textarea--error");
      (error || next).focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  });

  offerKeys();
  turnToMark();
})();
