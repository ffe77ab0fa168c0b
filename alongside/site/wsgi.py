"""What the web server loads."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")
application = get_wsgi_application()
# What is loaded by now stays for good: looking through it for garbage, again and again, stopped
# everybody for 80 ms each time.
gc.collect()
gc.freeze()
