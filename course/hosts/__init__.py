"""Where an interactive is shown: a kernel's front end, JupyterLab, pages.
Each brings documents to life in its own way.
"""
