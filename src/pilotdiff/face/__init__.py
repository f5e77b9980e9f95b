"""What Python is offered: the functions of the package, over files, text, names, records, frames.

`pilotdiff` itself holds their names and loads them when they are asked for.
"""
