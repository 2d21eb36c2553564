"""When a page of JupyterLab has its kernel."""

__all__ = ["wait_for_kernel"]


def wait_for_kernel(page):
    """Return when the kernel is connected and idle."""
    # The page says Idle before it has a kernel at all; wait until it has connected, or has said
    # Idle for a while (a kernel that another window left running is there at once).
    page.wait_for_function(
        """() => {
          const said = document.querySelector(
            '.jp-Notebook-ExecutionIndicator-tooltip')?.textContent ?? '';
          const idle = said.includes('Idle');
          window.connected ||= /Connecting|Unknown|Busy/.test(said);
          window.idleSince = idle ? (window.idleSince ?? Date.now()) : undefined;
          return idle && (window.connected || Date.now() - window.idleSince > 4000);
        }""",
        timeout=60000,
    )
