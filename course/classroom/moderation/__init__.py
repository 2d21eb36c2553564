"""A second marker, and marks that are changed later."""
