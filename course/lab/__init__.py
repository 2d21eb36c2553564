"""JupyterLab as the course serves it: settings, opening, saving."""
