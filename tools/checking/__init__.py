"""What maintainers run: notebooks in a clean kernel, and measurements."""
