"""`course live`: the course in a room. A question goes to every phone, the room votes, talks, votes
again, and sees the figure. Nobody is named, and nothing leaves the room.
"""
