"""An assignment from its key to the feedback: one step a file, in the order that cycle.py tells."""
