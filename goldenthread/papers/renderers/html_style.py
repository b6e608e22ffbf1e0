"""The style of a paper that stands alone as an HTML file; within the site its own styles hold."""

CSS = """
body { margin: 0; color: #0b0c0c; background: #fff; font: 16px/1.45 arial, sans-serif; }
main { max-width: 75rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3 { color: #12395a; line-height: 1.2; }
h2, h3, h4, h5 { margin: 1.6em 0 0.5em; }
.gt-paper__marking { font-weight: bold; }
.gt-paper__byline, .gt-paper__footer, .gt-cell__note { color: #505a5f; }
.gt-cell__note { display: block; font-weight: normal; }
.govuk-body-l { font-size: 1.2rem; }
.govuk-body-s, .gt-cell__note { font-size: 0.875rem; }
.gt-verbatim { margin: 1em 0; padding: 2px 0 2px 14px; border-left: 3px solid #c8a24a; }
.gt-paper__note { margin: 1em 0; padding: 0.1em 1em; border-left: 5px solid #2a6796; background: #eef3f8; }
.gt-paper__note--missing { border-color: #b1361e; background: #fbeeed; }
.gt-paper__note--warning { border-color: #d98324; background: #fdf4e3; }
.govuk-summary-list__row { display: flex; gap: 1rem; padding: 0.3rem 0; border-bottom: 1px solid #b1b4b6; }
.govuk-summary-list__key { flex: 0 0 14rem; font-weight: bold; }
.govuk-summary-list__value { margin: 0; }
table { width: 100%; margin: 1em 0 2em; border-collapse: collapse; font-size: 0.9rem; }
caption { padding: 0.4em 0; font-weight: bold; text-align: left; }
th, td { padding: 0.4em 0.6em; border: 1px solid #8796a3; text-align: left; vertical-align: top; }
thead th { background: #e3eaf1; }
.govuk-table__header--numeric, .govuk-table__cell--numeric { text-align: right; }
.gt-paper__line { margin: 0 0 0.3em; overflow-wrap: anywhere; }
.gt-paper__cell--good { background: #e0f0e6; }
.gt-paper__cell--warn { background: #fcefd2; }
.gt-paper__cell--bad { background: #f8ddd9; }
.gt-paper__cell--none { background: #eceff1; }
@page { size: a4; margin: 2cm; }
@media print {
  .gt-paper__break { visibility: hidden; break-after: page; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""
