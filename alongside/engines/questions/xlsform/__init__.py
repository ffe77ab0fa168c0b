"""Questionnaires in and out of XLSForm, the spreadsheet of ODK, KoboToolbox and others.

Given and returned are sheets as rows of text; reading the file itself belongs to whoever calls. What
isn't supported is told line by line in a `Report`, each with what it means; an error stops the
whole, and all errors are told at once.

Source: XLSForm documentation (xlsform.org); what pyxform accepts.
"""

from alongside.engines.questions.xlsform.reading import read
from alongside.engines.questions.xlsform.report import Line, Report
from alongside.engines.questions.xlsform.writing import write

__all__ = ["Line", "Report", "read", "write"]
