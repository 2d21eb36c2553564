"""The picture of a model, in signs: the numbers of a state in, a scene out. One file a model."""
