"""Pages of the web: HTML, saved archives, wikis, and what scripts on them hold."""
