"""Lets `python -m macros.usb` make the edition."""

import sys

from macros.usb import main

sys.exit(main())
