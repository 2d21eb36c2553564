"""What maintainers run: checks, measurements, canonical outputs. It is in no wheel."""
