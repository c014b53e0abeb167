"""Findings as JUnit's XML, the format of test reports: an error is a failed test, a warning one that was skipped."""

from xml.etree import ElementTree as ET

from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import Report


def render(report: Report, _: Target) -> str:
    """The findings of `report`, a test case each; where there are none, one that passed."""
    marks = report.findings
    errors = sum(mark.severity == "error" for mark in marks)
    counts = {"tests": str(max(1, len(marks))), "failures": str(errors), "errors": "0", "skipped": str(len(marks) - errors)}
    suites = ET.Element("testsuites", {"name": "govreg", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": "govreg validate", **counts})
    for mark in marks:
        case = ET.SubElement(suite, "testcase", classname=mark.file, name=f"{mark.code} {mark.place}: {mark.title}", file=mark.file)
        if mark.row is not None:
            case.set("line", str(mark.row))
        said = ET.SubElement(case, "failure" if mark.severity == "error" else "skipped", message=mark.message)
        said.text = f"{mark.place}: {mark.message} {mark.hint}"
    if not marks:
        ET.SubElement(suite, "testcase", classname="register", name="Nothing wrong")
    ET.indent(suites)
    xml = ET.tostring(suites, encoding="unicode").replace("##[", "&#35;#[")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{disarmed(xml)}\n'
