"""In which order groups are spoken of here."""

# Residents first: they are the ones most easily left out.
GROUP_ORDER = ("resident", "staff", "manager", "elected")
