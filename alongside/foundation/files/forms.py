"""The form that takes a file."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.reading import LIMITS


class UploadForm(forms.Form):
    """One file. What it is, is told from what is in it (see `sheets`)."""

    file = forms.FileField(
        label=_("Your file"),
        help_text=_("CSV or XLSX, up to %(rows)s rows.") % {"rows": f"{LIMITS.rows:,}"},
        error_messages={
            "required": _("Choose a file."),
            "empty": _("There is nothing in this file."),
        },
        widget=forms.FileInput(
            attrs={"accept": ".csv,.xlsx,.txt,text/csv,application/vnd.ms-excel"}
        ),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LIMITS.file_bytes:
            words = _("This file is larger than %(limit)s MB. Split it into several files.")
            raise forms.ValidationError(words % {"limit": LIMITS.file_bytes // 2**20})
        return file
