"""What pages show, in words: a sheet, what is asked, what was released."""
