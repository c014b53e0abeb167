"""Findings as JUnit's XML, the format of test reports: an error is a failed test, a warning one that was skipped."""

from xml.etree import ElementTree as ET

from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import Report


def render(report: Report, _: Target) -> str:
    """The findings of `report`, each as a test case; if there are none, one test case that passed."""
    findings = report.findings
    errors = sum(finding.severity == "error" for finding in findings)
    counts = {"tests": str(max(1, len(findings))), "failures": str(errors), "errors": "0", "skipped": str(len(findings) - errors)}
    suites = ET.Element("testsuites", {"name": "govreg", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": "govreg validate", **counts})
    for finding in findings:
        name = f"{finding.code} {finding.place}: {finding.title}"
        case = ET.SubElement(suite, "testcase", classname=finding.file, name=name, file=finding.file)
        if finding.row is not None:
            case.set("line", str(finding.row))
        outcome = ET.SubElement(case, "failure" if finding.severity == "error" else "skipped", message=finding.message)
        outcome.text = f"{finding.place}: {finding.message} {finding.hint}"
    if not findings:
        ET.SubElement(suite, "testcase", classname="register", name="Nothing wrong")
    ET.indent(suites)
    xml = ET.tostring(suites, encoding="unicode").replace("##[", "&#35;#[")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{disarmed(xml)}\n'
