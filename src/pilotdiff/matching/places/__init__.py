"""Where units stand, and which place of the one list is which of the other."""
