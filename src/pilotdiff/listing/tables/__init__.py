"""Tables: rows in, entries out. Cells tell first what a column holds, its heading second."""
