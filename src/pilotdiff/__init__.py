"""diff for official Chinese lists: pilot units against the later demonstration list."""
