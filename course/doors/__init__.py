"""What comes from outside, checked before it is used: files, numbers, dates, white space,
a value against its contract.
"""
