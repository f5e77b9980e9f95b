"""Pictures of paper: scans and photographs, read by text recognition (the extra `ocr`)."""
