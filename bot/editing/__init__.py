"""What editors do with the packs besides writing: repair, confirm, see what is due, go back."""
