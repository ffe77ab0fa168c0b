"""Reads: questionnaires and their versions, and the sheet of somebody who answers."""
