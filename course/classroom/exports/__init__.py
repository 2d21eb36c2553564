"""An assignment and its marks for other systems, and on paper."""
