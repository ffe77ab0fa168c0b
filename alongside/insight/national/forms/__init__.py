"""What the national team types."""

from alongside.insight.national.forms.leaving import LeavingForm
from alongside.insight.national.forms.partnerships import AdmissionForm, DeclineForm, VisitForm
from alongside.insight.national.forms.squares import SquaresForm

__all__ = ["AdmissionForm", "DeclineForm", "LeavingForm", "SquaresForm", "VisitForm"]
