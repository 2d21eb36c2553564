"""What an evidence card says of its inquiry: its title, the lines under its verdict, its place
among all cards, and the verdict that a reader sets against it.
"""
