"""What the person should know of a document or workbook as a whole, in sentences."""

from collections.abc import Iterator

from govreg.importers.package import Package


def counted(count: int, one: str, several: str, what: str) -> str:
    """How many there are, in words, and `what` became of them; nothing for none."""
    return f"{count:,} {one if count == 1 else several} {what}" if count else ""


def on_package(package: Package) -> Iterator[str]:
    """What is left out of any Office file: pictures, charts and macros."""
    if pictures := package.count("image/"):
        yield f"{counted(pictures, 'picture was', 'pictures were', 'left out')}: no text in a picture is read."
    if charts := package.count("drawingml.chart+xml"):
        yield f"{counted(charts, 'chart was', 'charts were', 'left out')}."
    if any(name.endswith("vbaproject.bin") for name in package.names):
        yield "It has macros: they were neither read nor run."
