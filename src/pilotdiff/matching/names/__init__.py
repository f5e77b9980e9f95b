"""How names are compared: their keys, characters, sounds, and how many bear them."""
