"""Served as Glasswork is: one process, four threads, no log. ``python -m bench.limits.wsgi PORT``."""

import os
import sys

from django.core.wsgi import get_wsgi_application
from granian.constants import HTTPModes, Interfaces
from granian.server import Server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.limits.settings")
application = get_wsgi_application()

if __name__ == "__main__":
    Server(
        "bench.limits.wsgi:application",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=1,
        blocking_threads=4,
        websockets=False,
        log_enabled=False,
    ).serve()
