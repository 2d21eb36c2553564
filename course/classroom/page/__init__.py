"""The lecturer's page: the steps of a class in their order, in a browser. alone.py serves it on her
own machine, extension.py on the server that a hub started for her.
"""
