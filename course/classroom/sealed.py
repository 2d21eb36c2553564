"""A page that stands alone: no script, no outside address, one style, which its policy knows by its
hash.
"""

import base64
import hashlib

__all__ = ["policy"]


def policy(style: str) -> str:
    """The policy that lets this one style in, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
