// A file dropped on a test is filed as evidence at once; where a number is wanted, the eye goes there first.
(function () {
  "use strict";

  document.querySelectorAll("[data-drop]").forEach(function (form) {
    var zone = form.closest(".gt-test");
    var input = form.querySelector("input[type=file]");

    function over(event) {
      if (!event.dataTransfer || Array.from(event.dataTransfer.types).indexOf("Files") < 0) { return; }
      event.preventDefault();
      form.classList.add("gt-drop--over");
    }

    zone.addEventListener("dragenter", over);
    zone.addEventListener("dragover", over);
    zone.addEventListener("dragleave", function () { form.classList.remove("gt-drop--over"); });
    zone.addEventListener("drop", function (event) {
      if (!event.dataTransfer || !event.dataTransfer.files.length) { return; }
      event.preventDefault();
      form.classList.remove("gt-drop--over");
      input.files = event.dataTransfer.files;
      var number = form.querySelector("input[inputmode=numeric]");
      if (number && !number.value) { number.focus(); return; }
      form.requestSubmit();
    });
  });
})();
