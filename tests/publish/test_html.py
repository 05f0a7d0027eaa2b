"""Every built page is valid HTML by the W3C rules of html-validate."""

import json
import subprocess
from pathlib import Path

from macros.files import ROOT
from tests.support.sites import WORK

#: Rules that are not about validity, or that this site breaks with a reason.
RULES = {
    "long-title": "off",  # headings of a protocol may be long
    "no-inline-style": "error",
    "script-type": "off",  # data blocks
}


def test_every_page_is_valid(site, other_site):
    WORK.mkdir(parents=True, exist_ok=True)
    config = WORK / "html-validate.json"
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"], "rules": RULES}))
    program = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    for built in (site, other_site):
        out = WORK / "html-validate-report.json"
        out.unlink(missing_ok=True)
        options = ["--config", str(config), "--formatter", f"json={out}", f"{built.folder}/**/*.html"]
        process = subprocess.run(["node", str(program), *options], capture_output=True, text=True)
        assert out.is_file(), process.stderr
        problems = [
            f"{Path(file['filePath']).relative_to(built.folder)}:{found['line']} {found['ruleId']}: {found['message']}"
            for file in json.loads(out.read_text(encoding="utf-8"))
            for found in file["messages"]
        ]
        assert problems == [], "\n".join(problems[:20])
