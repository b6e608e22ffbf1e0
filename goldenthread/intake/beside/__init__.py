"""The source beside its reading: pages, tables and texts of an upload, the place asked for marked.

    contents(upload=…, by=…)              -> Contents   how many pages, sheets or pieces, and their names
    view(upload=…, by=…, place=…)         -> View       the part that holds the place, with it marked
    view(upload=…, by=…, part=3)          -> View       the third part, nothing marked
    picture(upload=…, by=…, page=3)       -> bytes      the page of a PDF as PNG
    prepare(upload=…)                     -> None       lays the file out ahead of the first look

Import them from `goldenthread.intake.beside.showing`, the values from `.shapes`.
"""
