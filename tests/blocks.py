"""A report's blocks, one of every kind, with a text in each place that can hold one."""

from govreg.report import Block, BulletList, Column, Command, Entry, Example, Fields, FindingBlock, Heading, Paragraph, Table


def everything(text: str) -> tuple[Block, ...]:
    """One of each block, every text of which is `text`."""
    return (
        Heading(text),
        Paragraph(text),
        BulletList((text,)),
        Fields(((text, text), ("", text))),
        Entry(text, text, ((text, text),)),
        Example(text),
        Command(text, text),
        Table((Column(text), Column("B")), ((text, text),), caption=text),
        FindingBlock(text, 1, 1, "error", "GR001", text, text, text, text, (text,)),
    )
