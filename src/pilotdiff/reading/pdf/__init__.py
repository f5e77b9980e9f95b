"""PDF files: pages to lines, rows and tables."""
