"""How papers and screens call a document where a reader may want to ask for it."""

from pilotdiff.language import Words


def with_id(document: str, words: Words) -> str:
    """Return what a language calls a document, with the id that calls take where that is another:
    "第三批试点名单（sichuan-2022-pilots）"."""
    called = words.called(document)
    id = str(document)
    return called if called == id else words("{name} ({id})", name=called, id=id)
