"""The HTML page passes axe-core's checks of WCAG 2.2, level AA, in Chromium.

It needs Chromium, and axe-core from npm (`npm pack axe-core`); AXE_CORE names its file axe.min.js.
"""

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from govreg.render.html_text import render
from govreg.render.target import Target
from govreg.report import (
    Bar,
    BarChart,
    BulletList,
    Column,
    Command,
    Count,
    Entry,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Matrix,
    Paragraph,
    Report,
    Table,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
CALM = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--virtual-time-budget=20000"),
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

TABLE = Table(
    tuple(Column(f"Column {number}", number=number > 1) for number in range(9)),
    tuple(tuple(Count(number * row, "varies") for number in range(9)) for row in range(4)),
)
BARS = (Bar("OPCC", "8 to 12", 8, 12), Bar("PCC", "at least 4", 4), Bar("NHS", "not known"))
CHART = BarChart("Meetings a year", ("Member", "A year"), BARS)
PAGE = Report(
    (
        *(Heading("Review", 1), Fields((("Meeting", "Board"), ("Date", "10 November 2016")))),
        *(Heading("Summary"), BulletList(("one", "two")), Paragraph("An aside", quiet=True)),
        *(Heading("Tables", new_page=True), TABLE, TABLE, Table((Column("A"),), (("1",),), caption="With a caption")),
        *(Heading("Files"), Example("title: A"), Command("govreg list", "Next")),
        *(
            FindingBlock("a.yaml", 1, 8, severity, "GR301", "T", "It is wrong.", "Mend it.", "title: A")
            for severity in ("error", "warning")
        ),
        *(Heading("Appendix"), Heading("Group", 3), Entry("Meeting", "Board", (("Lead", "OPCC"),), 4), Entry("Meeting", "Panel", (), 4)),
        *(Heading("Charts"), CHART, replace(CHART, title="Another", in_table=True)),
        Matrix("Held meetings by area", "Theme", ("All", "Bristol"), (("Housing", (2, 0)), ("Health", (4, 3)))),
    ),
    data=dict,
    foot=("As at today.",),
)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
@pytest.mark.skipif(not AXE.is_file(), reason="there is no axe-core here: AXE_CORE names its axe.min.js")
def test_axe_finds_nothing(tmp_path: Path) -> None:
    assert violations(render(PAGE, Target()), tmp_path) == []


def violations(page: str, folder: Path) -> list[str]:
    """What axe-core finds in a page, each with its places; the page's own policy is taken out, since it lets no script run."""
    run = f"axe.run({json.dumps(RULES)}).then(found => {{ document.body.innerHTML = '<pre id=found></pre>';"
    run += "document.getElementById('found').textContent = JSON.stringify([found.passes.length, found.violations]); })"
    scripts = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{run}</script></body>"
    without = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    file = folder / "page.html"
    file.write_text(without.replace("</body>", scripts), encoding="utf-8")
    command = [str(CHROMIUM), *CALM, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    result = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)
    assert result is not None, shown[-2000:]
    passes, found = json.loads(html.unescape(result[1]))
    assert passes > 10
    return [f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes']]}" for one in found]
