"""JupyterLab, and any Jupyter server, as a host: opening, settings, saving; the server keeps
answers without a kernel.
"""
