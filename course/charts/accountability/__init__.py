"""Who answers to whom, drawn: actors keep their places, lines change with the state.

curves.py bends a line round what stands in its way; layout.py lays the lines of all states at two
widths, once, for the page and for paper alike; svg.py writes a state for paper.
"""
