"""Every built page is valid HTML, says html-validate's W3C rules."""

import json
import subprocess

from macros.files import ROOT
from tests.support.sites import WORK

#: Rules that are not about validity, or that this site breaks with a reason.
RULES = {
    "long-title": "off",             # a protocol's own heading may be long
    "no-inline-style": "error",
    "script-type": "off",            # data blocks
}


def test_every_page_is_valid(site, other_site):
    WORK.mkdir(parents=True, exist_ok=True)
    config = WORK / "html-validate.json"
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"], "rules": RULES}))
    for built in (site, other_site):
        out = WORK / "html-validate-report.json"
        out.unlink(missing_ok=True)
        done = subprocess.run(["node", str(ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"), "--config", str(config),
                               "--formatter", f"json={out}", f"{built.folder}/**/*.html"], capture_output=True, text=True)
        assert out.is_file(), done.stderr
        report = json.loads(out.read_text(encoding="utf-8"))
        problems = [f"{f['filePath'].removeprefix(str(built.folder))}:{m['line']} {m['ruleId']}: {m['message']}" for f in report for m in f["messages"]]
        assert problems == [], "\n".join(problems[:20])
