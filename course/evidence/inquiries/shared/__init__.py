"""What several inquiries share: whom they may be asked of, Pakistan's own table,
and figures of other bodies that are cited. No file here is an inquiry.
"""
