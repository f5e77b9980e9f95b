"""What is wrong with a call, as a sentence: typer says it in English alone, and seldom what to do.

typer keeps its exceptions to itself, so they are told by the names of their classes.
"""

from typing import Any

from pilotdiff.model import Message, msg
from pilotdiff.patterns import pattern

_QUOTED = pattern(r"'(?P<value>.*?)'(?= is not )|^(?P<number>\S+)(?= is not in the range)")
_EXTRA = pattern(r"extra argument\(s\) \((?P<extra>.*)\)$")
_NAMES = pattern(r"[\w-]+")
_COMMAND = pattern(r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.*)\?)?")


def fault(error: Any) -> Message:
    """Return the sentence for a typer exception."""
    told = _BY_CLASS.get(type(error).__name__, _usage)
    return told(error)


def _no_option(error: Any) -> Message:
    near = tuple(sorted(error.possibilities or ()))
    if near:
        return msg(
            "there is no option {option}: did you mean {near}?", option=error.option_name, near=near
        )
    return msg(
        "there is no option {option}: `{command} --help` shows those that there are",
        option=error.option_name,
        command=_path(error),
    )


def _missing(error: Any) -> Message:
    return msg(
        "{parameter} is missing: `{command} --help` shows how it is called",
        parameter=_parameter(error),
        command=_path(error),
    )


def _no_value(error: Any) -> Message:
    if "not take" in error.message:
        return msg("{option} takes no value: leave it out", option=error.option_name)
    return msg("{option} needs a value behind it", option=error.option_name)


def _bad_value(error: Any) -> Message:
    found = _QUOTED.search(error.message)
    value = (found["value"] or found["number"]) if found else ""
    kind = error.param.type if error.param else None
    choices = getattr(kind, "choices", None)
    values = {"parameter": _parameter(error), "value": value}
    if choices:
        choice = tuple(str(getattr(one, "value", one)) for one in choices)
        return msg(
            "{parameter} cannot be {value}: choose one of {choices}", choices=choice, **values
        )
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return msg(
            "{parameter} cannot be {value}: give a number from {least} to {most}",
            **(values | {"least": least, "most": most}),
        )
    if least is not None:
        return msg(
            "{parameter} cannot be {value}: give a number from {least}", least=least, **values
        )
    if kind is not None and "int" in kind.name:
        return msg("{parameter} cannot be {value}: give a whole number", **values)
    return msg("{parameter} cannot be {value}: {why}", why=error.message, **values)


def _usage(error: Any) -> Message:
    message = error.format_message()
    if found := _COMMAND.search(message):
        return _no_command(found["name"], tuple(_NAMES.findall(found["near"] or "")))
    if found := _EXTRA.search(message):
        return msg(
            "nothing is known to do with {extra}: `{command} --help` shows how it is called",
            extra=found["extra"],
            command=_path(error),
        )
    return msg("{why}; `{command} --help` shows what there is", why=message, command=_path(error))


def _no_command(name: str, near: tuple[str, ...]) -> Message:
    if near:
        return msg("there is no command {name}: did you mean {near}?", name=name, near=near)
    return msg(
        "there is no command {name}: `pilotdiff --help` shows those that there are", name=name
    )


_BY_CLASS = {
    "NoSuchOption": _no_option,
    "MissingParameter": _missing,
    "BadOptionUsage": _no_value,
    "BadParameter": _bad_value,
}


def _parameter(error: Any) -> str:
    """Return how a call names it: --lang, or FILE."""
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name.upper())


def _path(error: Any) -> str:
    return str(error.ctx.command_path) if getattr(error, "ctx", None) else "pilotdiff"
