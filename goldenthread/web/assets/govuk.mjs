// What goldenthread.js starts on each page and on each fragment that HTMX brings.
export { initAll } from "govuk-frontend";
