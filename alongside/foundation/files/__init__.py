"""Files: what comes in from a spreadsheet and what goes out as one.

`sheets` reads and writes CSV, XLSX and JSON safely; `imports` takes a sheet through upload,
preview and confirmation, all or nothing, for any room that declares an `ImportSpec`. Rooms above
bring their own specs; services (a noun of `places`, below) have theirs here. Trust, section G.
"""
