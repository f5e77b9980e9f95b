"""How a document is called: by its id, and where a catalogue has one by its short name."""


class DocumentName(str):
    """The id of a document, and to programs nothing else; it knows what people call the document.

    >>> DocumentName("plan-2024", "白鹭区实施方案") == "plan-2024"
    True
    """

    short_name: str

    def __new__(cls, id: str, short_name: str = "") -> "DocumentName":
        """Make a name of an id; `short_name` may be empty."""
        made = super().__new__(cls, id)
        made.short_name = short_name
        return made


def by_short_name(name: str) -> str:
    """Return the short name of a document where it has one, else the name as it is."""
    return (isinstance(name, DocumentName) and name.short_name) or name
