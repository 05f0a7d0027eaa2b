"""Lets `python -m macros.handbooks` make the handbooks."""

import sys

from macros.handbooks.make import main

sys.exit(main())
