"""Named tuples that are quick to define.

A short run defines some 170. `typing.NamedTuple` has Python compile a constructor for each, looks
at every annotation and sets each method one by one: five times what is done here, and a twentieth
of the run. What a class has, and what its values do, is the same.
"""

import sys
from typing import TYPE_CHECKING

# From 3.14 on Python keeps a class's annotations as code, which typing knows how to ask.
if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter
    from functools import cache
    from types import CodeType, FunctionType

    _made = tuple.__new__

    class _Values(tuple):
        """What all named tuples do alike."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values):
            made = _made(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = (f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({', '.join(shown)})"

        def __getnewargs__(self):
            return tuple(self)

    @cache
    def _constructor(count: int) -> CodeType:
        """Return what makes a tuple of so many values; the names of its arguments are put in."""
        names = ", ".join(f"_{at}" for at in range(count))
        return eval(f"lambda _cls, {names}: _made(_cls, ({names},))").__code__

    class _Defining(type):
        def __new__(cls, name, _, namespace):
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"a field of {name} without a default follows one that has one")
            code = _constructor(len(fields)).replace(co_varnames=("_cls", *fields))
            new = FunctionType(code, globals(), "__new__", tuple(defaults.values()))
            getters = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
            namespace |= getters | {
                "__slots__": (),
                "__match_args__": fields,
                "__new__": new,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (_Values,), namespace)

    class _Written:
        """What stands in the bases of a class as it is written."""

        def __mro_entries__(self, _):
            return (_DEFINING,)

    _DEFINING = type.__new__(_Defining, "NamedTuple", (), {})
    NamedTuple = _Written()
