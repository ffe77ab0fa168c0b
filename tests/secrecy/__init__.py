"""What nobody may find out: other partnerships' words, single answers, what was hidden."""
