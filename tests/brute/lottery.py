"""The disclosed lottery: numbers and weights from SHA-256, which anybody can work out again."""

import hashlib


def _digest(*parts):
    return hashlib.sha256("\n".join(str(part) for part in parts).encode("utf-8")).digest()


def numbers(seed, students):
    """Student id -> 1, 2, 3 ... in the order of the digests of `seed LF id`."""
    drawn = sorted(students, key=lambda student: _digest(seed, student))
    return {student: position for position, student in enumerate(drawn, 1)}


def weight(*parts):
    """The leading 20 bits of the digest of the parts with line feeds between them."""
    return int.from_bytes(_digest(*parts)[:3], "big") >> 4
