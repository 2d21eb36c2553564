"""Kernels that keep their ports: what they say is encrypted,
since any user of the machine may connect to a port.
"""

__all__ = ["encrypted"]


def encrypted():
    """Settings, {class: {option: value}}, for kernels that keep their ports; empty if this
    jupyter_client cannot encrypt.
    """
    import zmq
    from jupyter_client.manager import KernelManager

    if "transport_encryption" not in KernelManager.class_trait_names() or not zmq.has("curve"):
        return {}
    # "required" would stop a kernel that cannot
    return {"KernelManager": {"transport_encryption": "auto"}}
