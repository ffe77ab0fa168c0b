"""Rules that the repository keeps about itself. `make check` runs them all."""
