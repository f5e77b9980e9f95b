"""What a document says of itself: its figures, its citations, its programme and batch."""
