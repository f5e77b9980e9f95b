"""Files of data: separated values, JSON, XML."""
