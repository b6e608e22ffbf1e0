"""Census files as the tests draw them."""

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header>"""


def census(*children, header=HEADER):
    """A whole file of these children."""
    inside = "\n".join(children)
    return f"<?xml version='1.0'?>\n<Message>{header}\n<Children>\n{inside}\n</Children></Message>"


def child(number="C1", *details, more="", born="2015-03-27"):
    """One child with its episodes of need."""
    named = f"<LAchildID>{number}</LAchildID>" if number else ""
    return (
        f"<Child>\n<ChildIdentifiers>{named}\n<PersonBirthDate>{born}</PersonBirthDate>"
        f"<Sex>F</Sex>{more}</ChildIdentifiers>\n<ChildCharacteristics><Ethnicity>WBRI</Ethnicity>"
        "<Disabilities><Disability>HEAR</Disability><Disability>LD</Disability></Disabilities>"
        f"</ChildCharacteristics>\n{''.join(details)}</Child>"
    )


def details(*parts, referred="2024-05-01", before=""):
    """One episode of need."""
    return (
        f"<CINdetails><CINreferralDate>{referred}</CINreferralDate>\n"
        f"<ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>{before}\n"
        f"{''.join(parts)}</CINdetails>"
    )


def element(name, **inside):
    """An element with others inside; a list repeats, a text in `more` stands as it is."""
    parts = [
        f"<{tag}>{one}</{tag}>\n"
        for tag, values in inside.items()
        for one in (values if isinstance(values, list) else [values])
    ]
    return f"<{name}>{''.join(parts)}</{name}>"
