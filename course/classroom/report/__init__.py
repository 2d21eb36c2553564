"""What a class understood: by question, by objective, in words."""
