"""The commands: `python -m macros build|serve|dev|handbooks|usb|directory|hosting|bank-holidays`."""

import argparse
import sys

from macros.editions.handbooks.make import main as make_handbooks
from macros.editions.usb.make import main as make_usb
from macros.features.directory.command import main as check_directory
from macros.maintenance.bank_holidays import main as write_bank_holidays
from macros.publish.build import main as build
from macros.publish.hosting import main as prepare_for_host
from macros.publish.preview import main as preview
from macros.publish.serve import main as serve
from macros.registry import new_build


def parser() -> argparse.ArgumentParser:
    """The command line, with a line of help for each command."""
    root = argparse.ArgumentParser(prog="python -m macros", description="Builds the site and everything made from it.")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("build", help="build docs/ into site/")
    commands.add_parser("serve", help="build, then serve site/ on 127.0.0.1:8000 or the next free port")
    commands.add_parser("dev", help="serve the site and show every change within seconds")
    commands.add_parser("handbooks", help="handbooks, posters and cards as PDF, into dist/handbooks/")
    commands.add_parser("usb", help="the edition for a USB stick, into dist/usb/ and dist/usb.zip")
    directory = commands.add_parser(
        "directory", help="directory entries that are due a check, and all errors in the directory"
    )
    directory.add_argument("day", nargs="?", help="count from this day, such as 2027-01-31, instead of today")
    hosting = commands.add_parser("hosting", help="prepare site/ for a host")
    hosting.add_argument("arguments", nargs="*", help="see docs/take-it-with-you/hosting.md")
    commands.add_parser("bank-holidays", help="write the table of bank holidays for the date tools")
    return root


def main(arguments: list[str]) -> int:
    """Runs one command and returns its exit status."""
    options = parser().parse_args(arguments)
    match options.command:
        case "build":
            return build()
        case "serve":
            return serve()
        case "dev":
            return preview()
        case "handbooks":
            return make_handbooks(new_build)
        case "usb":
            return make_usb()
        case "directory":
            return check_directory([options.day] if options.day else [])
        case "hosting":
            return prepare_for_host(options.arguments)
        case _:
            return write_bank_holidays()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
