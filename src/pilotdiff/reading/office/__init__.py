"""Files of office programs: word documents and workbooks, of today and of before."""
