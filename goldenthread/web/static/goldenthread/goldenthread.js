// Starts GOV.UK's components on the page and on each fragment that HTMX brings.
(function () {
  "use strict";

  document.body.classList.add("js-enabled");
  if ("noModule" in HTMLScriptElement.prototype) {
    document.body.classList.add("govuk-frontend-supported");
  }
  window.GOVUKFrontend.initAll();

  document.body.addEventListener("htmx:afterSwap", function (event) {
    window.GOVUKFrontend.initAll({ scope: event.detail.elt });
  });

  // A fragment that did not come is said in words: nothing is worse than a button that does nothing.
  function say(text) {
    var box = document.createElement("div");
    var words = document.createElement("p");
    box.className = "gt-message gt-message--problem";
    box.setAttribute("role", "alert");
    words.className = "gt-message__text";
    words.textContent = text;
    box.appendChild(words);
    document.getElementById("messages").replaceChildren(box);
  }

  document.body.addEventListener("htmx:responseError", function (event) {
    var number = event.detail.xhr.getResponseHeader("X-Request-ID");
    say("That did not work; nothing was changed. Reload the page and try again." +
      (number ? " Number of the request: " + number + "." : ""));
  });
  document.body.addEventListener("htmx:sendError", function () {
    say("The server could not be reached; nothing was changed. Check your connection and try again.");
  });
})();
