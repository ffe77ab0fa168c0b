"""Words that both the forms and the pages of cases say."""

from django.utils.translation import gettext_lazy as _

# The columns of figures: what each row holds, and what it is called.
COLUMNS = ("what", "before", "after", "source")
COLUMN_NAMES = (_("What was counted"), _("Before"), _("After"), _("How you know"))
