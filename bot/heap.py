"""Memory that is not needed any more goes back to the system, where the C library is GNU's."""

import ctypes
import gc

# Of <malloc.h>: one heap for all threads, and large pieces outside of it, so that they can be given back.
_ARENA_MAX, _MMAP_THRESHOLD = -8, -3
_LARGE = 128 * 1024  # bytes

_libc = ctypes.CDLL(None)


def keep_small() -> None:
    """To be called once, before there are threads."""
    if hasattr(_libc, "mallopt"):
        _libc.mallopt(_ARENA_MAX, 1)
        _libc.mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """To be called after something large was let go of; takes a tenth of a second.

    What is left, stays for long: it is not searched again and again for what nobody needs.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    if hasattr(_libc, "malloc_trim"):
        _libc.malloc_trim(0)
