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

  document.body.addEventListener("htmx:afterSettle", function (event) {
    offerKeys();
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
})();
