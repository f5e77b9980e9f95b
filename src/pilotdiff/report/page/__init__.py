"""The report as a page: one HTML file that opens from disk, without a network, for good.

Everything stands in the page as a table; the script only chooses, orders and opens rows of it.
`document.render` makes it, `file.write` puts it on disk.
"""
